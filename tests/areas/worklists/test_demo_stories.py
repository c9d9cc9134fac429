"""What is told of the invented practice is true of it: the front desk's share, the days written off, what lapses."""

import pytest

from medoffice_xl.areas.denials.causes import CAUSES
from medoffice_xl.areas.denials.denials_by import denials_by
from medoffice_xl.areas.denials.first_denials import DenialTables
from medoffice_xl.areas.receivables.ar_days_change import WRITTEN_OFF, ar_days_change
from medoffice_xl.areas.worklists.ar_worklist import ar_worklist
from medoffice_xl.areas.worklists.demo import demo
from medoffice_xl.areas.worklists.rank import Lane
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import medicare_values
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=3, months=14)


@pytest.fixture(scope="module")
def tables(raw):
    readings = [(read_file(path), path.name) for path in raw.all]
    taken = take_in_all(readings, {"payers": payer_list()}, today=raw.as_of).frames
    typed = {"payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values()}
    return Tables.of({**taken, **typed, **demo(raw.practice).tables})


def test_about_half_of_what_is_at_stake_is_the_front_desks(raw, tables):
    of = DenialTables(tables["remits"], tables["charges"], tables.shared(RULEBOOK), tables.shared(CAUSES))
    parts = {part.label: part.value for part in denials_by(of, raw.as_of).parts}
    assert 0.4 < parts["Preventable at the front desk"] / parts["At stake"] < 0.6


def test_a_day_or_so_was_written_off(raw, tables):
    found = dict(ar_days_change(tables["charges"], tables["payments"], raw.as_of).body)
    assert 0.7 < found[WRITTEN_OFF] < 1.5


def test_appeals_lapse_and_follow_ups_are_due(raw, tables):
    lanes = {part.label: part.value for part in ar_worklist(tables, raw.as_of, "all").parts}
    assert lanes[Lane.DUE_NOW] and lanes[Lane.LOST] and lanes[Lane.FOLLOW_UP]
