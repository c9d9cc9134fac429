"""The three machines of the invented practice: one worth buying, one not, one that pays only at full volume."""

from pathlib import Path

import pytest

from medoffice_xl.areas.equipment.demo import FULL_ONLY, NOT_WORTH_IT, WORTH_IT, demo
from medoffice_xl.areas.equipment.ranking import BUY, DO_NOT, FULL_VOLUME, by_worth
from medoffice_xl.areas.equipment.sources import NEEDED, USED, Lookback, sources_of
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables

pytestmark = pytest.mark.whole


def test_the_verdicts_are_what_the_story_tells(tmp_path: Path) -> None:
    raw = write_practice(tmp_path, doctors=1, months=9, seed=3)
    taken = take_in_all([(read_file(path), path.name) for path in raw.all], {"payers": payer_list()}, today=raw.as_of)
    tables = {**taken.frames, "payers": payer_list(), "contracts": contract_list(), **demo(raw.practice).tables}
    sources = sources_of(Tables.of(tables).narrowed((*NEEDED, *USED, *RULEBOOK.reads)))
    found = {one.name: one.verdict for one in by_worth(sources, Lookback(raw.as_of, 365, 90))}
    assert found == {WORTH_IT: BUY, NOT_WORTH_IT: DO_NOT, FULL_ONLY: FULL_VOLUME}
