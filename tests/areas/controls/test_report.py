"""The report for the physicians' sign-off."""

from datetime import date

from medoffice_xl.areas.controls.finding import Check, Finding, Row
from medoffice_xl.areas.controls.report import SHOWN, build
from medoffice_xl.areas.controls.sign_off import Look, last_look
from medoffice_xl.areas.controls.tables import SIGN_OFFS
from tests.report_parts import lists, verdict
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
SIGNED = frame_of(
    SIGN_OFFS,
    [
        {"check": "C1", "looked_on": date(2026, 6, 2), "looked_by": "Dr Able", "outcome": "explained"},
        {"check": "C1", "looked_on": date(2026, 5, 2), "looked_by": "Dr Brandt"},
        {"check": "C1", "looked_on": date(2026, 7, 1), "looked_by": "Dr Late"},
    ],
)


def test_the_last_look_by_the_day():
    assert last_look(SIGNED, "C1", AS_OF) == Look(date(2026, 6, 2), "Dr Able: explained", None)
    assert last_look(SIGNED, "C1", date(2026, 6, 1)) == Look(date(2026, 5, 2), "Dr Brandt", None)
    assert last_look(SIGNED, "C2", AS_OF) is None
    assert last_look(None, "C1", AS_OF) is None


def test_every_finding_has_a_number_its_rows_and_the_last_look():
    rows = [Row(date(2026, 6, 1), "Acme", f"R{number}", 100) for number in range(SHOWN + 3)]
    small = Finding("To look at: less.", 100, 1, "Ask.", rows[:1])
    large = Finding("To look at: more.", 100 * len(rows), len(rows), "Ask.", rows)
    page = build(
        [Check("C1", "Deposits", "told", [small, large]), Check("C2", "Write-offs", not_tested="No.")], SIGNED, AS_OF
    )
    assert verdict(page) == "2 things to look at in 1 test; 1 test could not be made."
    findings, tested, behind = (each.source.body for each in lists(page))
    assert [row[:2] for row in findings] == [("C1-1", "To look at: more."), ("C1-2", "To look at: less.")]
    assert tested[0] == ("C1", "Deposits: told.", 2, date(2026, 6, 2), "Dr Able: explained")
    assert tested[1] == ("C2", "Write-offs: not tested. No.", 0, None, "Nobody yet")
    assert len(behind) == SHOWN + 2
    assert behind[SHOWN] == ("C1-1", "… and 3 further rows", 300, None, "")
    assert sum(row[2] for row in behind) == large.cents + small.cents
