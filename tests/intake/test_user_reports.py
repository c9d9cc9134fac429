"""Faults that users reported of other programs, whole: the files in, and the figures that a manager reads out."""

from datetime import date
from pathlib import Path

import pytest
from contract_tables import REASONS
from remittance_cases import Books, books

from medoffice_xl.areas.denials.denial_rate import denial_rate

pytestmark = pytest.mark.whole

LAYOUTS = Path(__file__).parents[1] / "samples" / "pm" / "layouts"
HOSTILE = Path(__file__).parents[1] / "cases"
AS_OF = date(2026, 11, 26)


def denied(found, which, as_of=AS_OF):
    """Claims denied and answered, claims with a denied line that were paid in part, cents denied, cents answered."""
    parts = denial_rate(found.tables["remits"], REASONS, as_of, 365, "claims", "", which).parts
    said = {part.label.partition(",")[0]: part.value for part in parts}
    return [
        said[name]
        for name in ("Claims denied", "Claims answered", "Claims paid in part", "Charges denied", "Charges answered")
    ]


@pytest.mark.parametrize("which", ["initial", "final"])
@pytest.mark.parametrize(
    ("names", "figures"),
    [
        # one claim over two remittances: the line of $150 denied, that of $120 paid
        (("split_claim.csv", "split_claim_denied_line", "split_claim_paid_line"), [0, 1, 1, 15000, 27000]),
        # two visits under the patient's account: the first denied, $150; the second, $120, paid
        (("account_visit_1_denied", "account_visit_2_paid"), [1, 2, 0, 15000, 27000]),
        # two visits of $150 under one account, the first taken back: one answered, none denied
        (
            ("two_visits.csv", "two_visits_first_paid", "two_visits_second_paid", "two_visits_first_reversed"),
            [0, 1, 0, 0, 15000],
        ),
        # two zero payments under one number: one denied, $150, the other all deductible, $90
        (("zero_trace_day_1", "zero_trace_day_2"), [1, 2, 0, 15000, 24000]),
    ],
    ids=["split claim", "account", "two visits", "zero trace"],
)
def test_denials(names, figures, which):
    assert denied(books(*names), which) == figures
    assert denied(books(*reversed(names)), which) == figures


def test_a_null_date_leaves_its_cell_empty_and_the_next_import_reads_it():
    found = Books()
    found.bring(HOSTILE / "null_date.csv")
    charges = found.tables["charges"]
    assert charges[["claim_id", "dos", "charge"]].values.tolist()[0][0] == "A1"
    assert charges["charge"].tolist() == [500]
    assert charges["post_date"].isna().all()
    (told,) = [each for each in found.told if each.value == "12/30/1899"]
    assert (told.line, told.column) == (2, "Entry Date")
    assert found.bring(HOSTILE / "null_date.csv").outcomes[0].already_there


@pytest.mark.parametrize("weeks", [("t_week1.csv", "t_week2.csv"), ("t_week2.csv", "t_week1.csv")])
def test_a_late_charge_of_the_same_claim_is_a_new_line(weeks):
    found = Books()
    for name in weeks:
        found.bring(LAYOUTS / name)
    charges = found.tables["charges"]
    assert sorted(charges[charges["claim_id"] == "1"]["charge"]) == [3000, 15000]
    assert len(charges) == 4
