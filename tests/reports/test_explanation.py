import pandas as pd
from report_parts import lists, notes, verdict

from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.reports.explanation import build, written

DAYS = Definition("Days in A/R", "A/R ÷ charges a day", "a survey")


def test_parts_left_out_definition_and_rows():
    rows = pd.DataFrame({"claim_id": ["A"], "amount": [12_345]})
    measure = Measure(
        45.0,
        Unit.DAYS,
        DAYS,
        parts=[Part("A/R", 90_000_000, Unit.MONEY)],
        rows_used=7,
        left_out=[LeftOut("entries with no date", 2, 5_000)],
        notes=["Short history."],
        rows_behind=lambda: rows,
    )
    report = build(measure, "=AR_DAYS(Charges)", "Dashboard!C5")
    made_of, left_out, definition, behind = lists(report)
    assert verdict(report) == "45.00 days, from 7 rows."
    assert made_of.source.body == [("A/R", "$900,000.00"), ("Rows used", "7")]
    assert left_out.source.body == [("entries with no date", 2, 5_000)]
    assert definition.source.body == [("Formula", "A/R ÷ charges a day"), ("Source", "a survey")]
    assert behind.source.body == [("A", 12_345)]
    assert notes(report) == ["Short history."]
    assert "Dashboard!C5: =AR_DAYS(Charges)" in report.subtitle


def test_a_breakdown_shows_its_figures():
    breakdown = Breakdown([BreakdownColumn("Payer", Unit.TEXT)], [("Blue Harbor",)], DAYS)
    assert lists(build(breakdown, "=AR_AGING(Charges)", "Receivables!B5"))[0].source.body == [("Blue Harbor",)]


def test_money_is_written_in_dollars():
    assert written(-123_456, Unit.MONEY) == "-$1,234.56"
