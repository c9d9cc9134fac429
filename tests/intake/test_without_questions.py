"""Layouts of practice-management systems come in without a question being asked."""

from pathlib import Path

import pytest
from remittance_cases import TODAY

from medoffice_xl.intake.files import bring_in
from medoffice_xl.tables import TABLES, empty_frame

LAYOUTS = Path(__file__).parents[1] / "samples" / "pm" / "layouts"
OWN_WORDS = "own_words.csv"
"""Its headings are no system's: test_asking asks about it."""

OF_POSTINGS = {
    "eclinicalworks_cpt_payments.csv",
    "nextgen_adjustments_by_transaction.csv",
    "nextgen_payments_by_transaction.csv",
    "postings_by_type.csv",
}
"""Lists of payments and adjustments, whose charges come by another file."""

OF_SYSTEMS = sorted(path.name for path in LAYOUTS.iterdir() if path.suffix != ".md" and path.name != OWN_WORDS)


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_a_layout_comes_in_unaided(name):
    asked = []

    def ask(file, question):
        asked.append((file, question))

    tables = {name: empty_frame(table) for name, table in TABLES.items()}
    brought = bring_in([LAYOUTS / name], tables, today=TODAY, ask=ask)
    assert asked == []
    assert [each.refused for each in brought.outcomes] == [""]
    assert len(brought.frames["payments" if name in OF_POSTINGS else "charges"]) > 0
