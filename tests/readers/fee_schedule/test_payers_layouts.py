"""Schedules in the layouts of state Medicaid, Blues and workers' compensation, with invented rates."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from xlsxwriter import Workbook

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.recognise import kind_of, read_file

BY_REPORT = "by report"


@pytest.fixture
def schedule(tmp_path):
    def written(text, name="fees.csv", **given):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert kind_of(path, given.get("mapping")) == "fee schedule"
        return read_file(path, **{"payer": "Acme", **given})

    return written


def rates(reading):
    """Code, modifiers, setting, rate in dollars or why there is none, first and last day."""
    frame = reading.tables["fee_schedules"]
    amounts = frame["rate"].astype("float64") / 1e9
    days = (frame[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("effective", "end"))
    rate = [why or amount for why, amount in zip(frame["basis"], amounts, strict=True)]
    return list(zip(frame["code"], frame["mods"], frame["pos_class"], rate, *days, strict=True))


def told(reading, severity=Severity.DATA):
    return [(problem.line, problem.value, problem.problem) for problem in reading.problems
            if problem.severity is severity]  # fmt: skip


def test_a_column_of_rates_a_quarter(schedule):
    reading = schedule(
        "Proc Code,Service Description,Rate Effective 01/01/2026-03/31/2026,Rate Effective 04/01/2026-06/30/2026\n"
        "J0129,x,43.29,43.24\nJ0132,x,0.35,0.49\n"
    )
    assert rates(reading) == [
        ("J0129", "", "", 43.29, "2026-01-01", "2026-03-31"),
        ("J0129", "", "", 43.24, "2026-04-01", "2026-06-30"),
        ("J0132", "", "", 0.35, "2026-01-01", "2026-03-31"),
        ("J0132", "", "", 0.49, "2026-04-01", "2026-06-30"),
    ]
    assert told(reading) == []
    assert reading.understood == (
        "Acme: 4 rates of 2 codes, in force 01/01/2026–03/31/2026 (2), 04/01/2026–06/30/2026 (2), "
        "for every setting (4). Nothing was left out."
    )


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("Q2 2026", "2026-04-01", "2026-06-30"),
        ("2Q26 Rate", "2026-04-01", "2026-06-30"),
        ("2nd Qtr 2026 Fee", "2026-04-01", "2026-06-30"),
        ("2026 Q2", "2026-04-01", "2026-06-30"),
        ("Apr-Jun 2026", "2026-04-01", "2026-06-30"),
        ("April 1 – June 30, 2026", "2026-04-01", "2026-06-30"),
        ("Fee eff. 4/1/26", "2026-04-01", ""),
        ("Rate as of April 1, 2026", "2026-04-01", ""),
        ("04/01/2026 - 12/31/9999", "2026-04-01", ""),
        ("4/1/2026 to present", "2026-04-01", ""),
        ("2026-04-01", "2026-04-01", ""),
        ("April 2026 Allowable", "2026-04-01", ""),
        ("CY 2026 Fee", "2026-01-01", ""),
    ],
)
def test_days_in_a_heading(schedule, heading, first, last):
    reading = schedule(f'Code,"{heading}"\nJ0129,43.29\n')
    assert rates(reading) == [("J0129", "", "", 43.29, first, last)]


def test_columns_that_say_only_when_they_begin_end_where_the_next_one_begins(schedule):
    reading = schedule("Code,2025 Fee,7/1/2026 Fee,2026 Fee\nJ0129,1,3,2\nJ0132,4,,\n")
    assert rates(reading) == [
        ("J0129", "", "", 1.0, "2025-01-01", "2025-12-31"),
        ("J0129", "", "", 3.0, "2026-07-01", ""),
        ("J0129", "", "", 2.0, "2026-01-01", "2026-06-30"),
        ("J0132", "", "", 4.0, "2025-01-01", "2025-12-31"),
    ]


MEDICAID = """State Medicaid,,,,,
"{title}",,,,,
Print date: 2/14/2026,,,,,
Procedure Code,Modifier,Procedure Description,Facility Rate,Non-Facility Rate,End Date
G0438,,Annual,100.10,120.20,12/31/9999
G0439,26,Annual,50.5,N/A,99/99/9999
Evaluation,,,,,
G0402,,Welcome,MP,MP,
Procedure Code,Modifier,Procedure Description,Facility Rate,Non-Facility Rate,End Date
J1100,,Drug,0.1275,0.1275,06/30/2026
Notes: MP = manually priced,,,,,
"""


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Effective Date: January 1, 2026", "2026-01-01", ""),
        ("Fees for dates of service on or after 1/1/2026 (revised 2/14/2026)", "2026-01-01", ""),
        ("Rates effective 01/01/2026 through 12/31/2026", "2026-01-01", "2026-12-31"),
        ("Physician Fee Schedule 2026", "2026-01-01", ""),
    ],
)
def test_title_rows_settings_open_ends_and_remarks(schedule, title, first, last):
    reading = schedule(MEDICAID.format(title=title))
    assert rates(reading) == [
        ("G0438", "", "F", 100.10, first, last),
        ("G0438", "", "NF", 120.20, first, last),
        ("G0439", "26", "F", 50.5, first, last),
        ("G0402", "", "F", BY_REPORT, first, last),
        ("G0402", "", "NF", BY_REPORT, first, last),
        ("J1100", "", "F", 0.1275, first, "2026-06-30"),
        ("J1100", "", "NF", 0.1275, first, "2026-06-30"),
    ]
    assert told(reading) == []
    assert ("Evaluation", "Remarks or titles, with no rate and no code, on lines 7, 11; they were left aside.") in [
        (value, problem) for _, value, problem in told(reading, Severity.NOTE)
    ]


@pytest.mark.parametrize(
    "title",
    ["Updated 1/1/2026", "SFY 2026 Fee Schedule", "Fees effective 1/1/2026; drugs effective 4/1/2026", "Our fees"],
)
def test_a_title_that_does_not_say_when_is_asked(schedule, title):
    with pytest.raises(CannotRead, match="give the first day with --effective"):
        schedule(MEDICAID.format(title=title))


def test_headings_over_two_rows(schedule):
    reading = schedule(
        "Blue Harbor,,,,,\n,,Effective 1/1/2026,,Effective 7/1/2026,\nCode,Mod,Non-Facility,Facility,Non-Fac,Fac\n"
        "G0438,,120,100,125,105\nG2211,,BR,,BR,\n"
    )
    assert rates(reading) == [
        ("G0438", "", "NF", 120.0, "2026-01-01", "2026-06-30"),
        ("G0438", "", "F", 100.0, "2026-01-01", "2026-06-30"),
        ("G0438", "", "NF", 125.0, "2026-07-01", ""),
        ("G0438", "", "F", 105.0, "2026-07-01", ""),
        ("G2211", "", "NF", BY_REPORT, "2026-01-01", "2026-06-30"),
        ("G2211", "", "NF", BY_REPORT, "2026-07-01", ""),
    ]


def test_a_heading_stacked_over_its_columns(schedule):
    reading = schedule("Procedure,,Allowed,Begin\nCode,Modifier,Amount,Date\nG0438,TC,12.5,1/1/2026\n")
    assert rates(reading) == [("G0438", "TC", "", 12.5, "2026-01-01", "")]


def test_components_have_columns_of_their_own(schedule):
    reading = schedule(
        "HCPCS,Total,Professional Component,Technical Component,Eff Dt\nG0389,32.00,10.00,22.00,7/1/2026\n"
    )
    assert [row[:4] for row in rates(reading)] == [
        ("G0389", "", "", 32.0), ("G0389", "26", "", 10.0), ("G0389", "TC", "", 22.0),
    ]  # fmt: skip
    alone = schedule("HCPCS,Professional Fee,Eff Dt\nG0389,32.00,7/1/2026\n")
    assert [row[:4] for row in rates(alone)] == [("G0389", "", "", 32.0)]


def test_plans_have_columns_of_their_own(schedule):
    reading = schedule("CPT/HCPCS Code,PPO Allowed,HMO Allowed,Effective Date\nG0438,$120.00,100,2026-01-01\n")
    assert reading.tables["fee_schedules"][["plan", "rate"]].values.tolist() == [
        ["PPO", 120_000_000_000], ["HMO", 100_000_000_000],
    ]  # fmt: skip


def test_modifiers_in_columns_of_their_own(schedule):
    reading = schedule(
        "Code,Modifier 1,Modifier 2,Rate,Effective Date\nG0389,26,,10.00,10/1/2023\nG0389,TC,,22.00,10/1/2023\n"
        "G0389,None,,32.00,10/1/2023\nG0389,PC,59,33.00,10/1/2023\nG0389,22x,,34.00,10/1/2023\n"
    )
    assert [row[:4] for row in rates(reading)] == [
        ("G0389", "26", "", 10.0), ("G0389", "TC", "", 22.0), ("G0389", "", "", 32.0), ("G0389", "26 59", "", 33.0),
    ]  # fmt: skip
    assert told(reading) == [(6, "22X", "This is no modifier; the row was not taken in.")]


def test_units_have_prices_of_any_decimals_and_some_codes_none(schedule):
    reading = schedule(
        "Code,Rate,Effective Date\nJ0131,0.054,01/01/2026\nJ1100,$0.1275/unit,01/01/2026\nJ3490,IC,01/01/2026\n"
        "J9999,By Report,01/01/2026\nJ2001,B.R.,01/01/2026\nG0404,Not covered,01/01/2026\nJ1885,0.45*,01/01/2026\n"
        "J7050,0.1234567891,01/01/2026\nH0001,65%,01/01/2026\nA0425,POC76,01/01/2026\nJ7040,$$,01/01/2026\n"
    )
    assert [(row[0], row[3]) for row in rates(reading)] == [
        ("J0131", 0.054), ("J1100", 0.1275), ("J3490", BY_REPORT), ("J9999", BY_REPORT), ("J2001", BY_REPORT),
        ("G0404", "not covered"), ("J1885", 0.45),
    ]  # fmt: skip
    share = "This is a share of the charge, not an amount; the row was not taken in."
    assert told(reading) == [
        (9, "0.1234567891", "This is not an amount; the row was not taken in."),
        (12, "$$", "This is not an amount; the row was not taken in."),
        (10, "65%", share),
        (11, "POC76", share),
    ]
    assert "3 by report, 1 not covered. 4 things to look at." in reading.understood


def test_footnote_marks_are_no_part_of_a_code(schedule):
    reading = schedule(
        "Code,Rate,Effective Date\nG0438*,174.35,01/01/2026\nG0439 ##,137.61,01/01/2026\nG0444†,18.70 (a),01/01/2026\n"
        "+G2211 (1),15.70,01/01/2026\nHCPCS G0402,1,01/01/2026\n99999-25,18.70,01/01/2026\nJ0000 – J0999,2,01/01/2026\n"
        "* rates subject to change,,\n450,9,01/01/2026\nAll other codes,9,01/01/2026\n"
    )
    assert [row[:4] for row in rates(reading)] == [
        ("G0438", "", "", 174.35), ("G0439", "", "", 137.61), ("G0444", "", "", 18.70), ("G2211", "", "", 15.70),
        ("G0402", "", "", 1.0), ("99999", "25", "", 18.70), ("J0000-J0999", "", "", 2.0),
    ]  # fmt: skip
    assert told(reading) == [
        (10, "450", "The code seems to have lost its leading zeros; the row was not taken in."),
        (11, "ALL OTHER CODES", "This is no code; the row was not taken in."),
    ]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("12/31/9999", ""), ("99/99/9999", ""), ("9999-12-31", ""), ("99991231", ""), ("00/00/0000", ""), ("Open", ""),
        ("12/31/2099", ""), ("12/31/99", ""), ("12/31/2098", "2098-12-31"), ("12/31/2026", "2026-12-31"),
    ],
)  # fmt: skip
def test_open_ends(schedule, end, last):
    reading = schedule(f"Code,Rate,Start Date,Term Date\nG0438,10,1/1/2026,{end}\n")
    assert (rates(reading)[0][5], told(reading)) == (last, [])


def test_places_of_service_as_settings(schedule):
    reading = schedule(
        "Procedure Code;Mod;Place of Service;Max Fee;Begin Date;End Date\nG0438;;11;1.120,50;31.01.2026;31.12.9999\n"
        "G0438;;22;100,50;31.01.2026;31.12.9999\nG0438;;Ward;90,50;31.01.2026;\n"
    )
    assert [row[:5] for row in rates(reading)] == [
        ("G0438", "", "NF", 1120.5, "2026-01-31"), ("G0438", "", "F", 100.5, "2026-01-31"),
    ]  # fmt: skip
    assert told(reading) == [(4, "Ward", "This is no setting; the row was not taken in.")]


def test_a_column_called_facility_holds_settings_or_rates(schedule):
    settings = schedule("Code,Facility,Rate,From\nG0438,F,10,1/1/2026\nG0438,NF,12,1/1/2026\n")
    amounts = schedule("Code,Facility,Non-Facility,From\nG0438,10,12,1/1/2026\n")
    assert {row[2:4] for row in rates(settings)} == {row[2:4] for row in rates(amounts)} == {("F", 10.0), ("NF", 12.0)}


def test_rates_for_what_has_no_place_here(schedule):
    reading = schedule("Proc Code,Basic Rate,Child Rate,Eff Date\nG0438,10,11,1/1/2026\n")
    assert [row[3] for row in rates(reading)] == [10.0]
    assert [problem.column for problem in reading.problems if problem.severity is Severity.DATA] == ["Child Rate"]
    both = "Proc Code,Adult Rate,Child Rate,Eff Date\nG0438,10,11,1/1/2026\n"
    with pytest.raises(CannotRead, match="“Adult Rate”, “Child Rate”"):
        schedule(both)
    assert [row[3] for row in rates(schedule(both, mapping={"Child Rate": "rate"}))] == [11.0]


def test_medicares_other_columns_are_not_what_is_paid(schedule):
    reading = schedule(
        "PROCEDURE,PAR AMOUNT,NON-PAR AMOUNT,LIMITING CHARGE,Eff Date\nG0438,160.44,152.42,175.28,1/1/2026\n"
    )
    assert [row[3] for row in rates(reading)] == [160.44]


def test_columns_set_beside_each_other_again(schedule):
    reading = schedule("Fees 2026,,,,\nCode,Fee,,Code,Fee\nG0438,10.00,,G0439,11.00\nG0402,12.00,,,\n")
    assert [(row[0], row[3]) for row in rates(reading)] == [("G0438", 10.0), ("G0402", 12.0), ("G0439", 11.0)]


def test_a_history_without_last_days(schedule):
    reading = schedule("Code,Fee,Effective Date\nG0438,10,1/1/2024\nG0438,12,1/1/2026\nG0438,11,1/1/2025\n")
    assert [row[3:] for row in rates(reading)] == [
        (10.0, "2024-01-01", "2024-12-31"), (12.0, "2026-01-01", ""), (11.0, "2025-01-01", "2025-12-31"),
    ]  # fmt: skip
    assert any(
        "2 rates end on the day before the next one" in problem for _, _, problem in told(reading, Severity.NOTE)
    )


def test_every_sheet_with_rates_is_read(tmp_path):
    path = tmp_path / "fees.xlsx"
    book = Workbook(path)
    for name, rows in {
        "Read me": [["Acme fees"], ["Call us"]],
        "Physician": [["Payer", "Acme"], ["Effective", "2026-01-01"], [], ["Code", "Modifier", "Fee"],
                      ["G0438", "", 120.5], ["G0439", "26", 100 / 3], ["G0402", "", "ask"]],
        "Drugs eff 4-1-2026": [["HCPCS", "Price"], ["J1100", 0.1275]],
    }.items():  # fmt: skip
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    dated = book.add_worksheet("Dated")
    dated.write_row(0, 0, ["Code", "Rate", "Start Date", "Term Date"])
    dated.write_row(1, 0, ["G2211", 15])
    day = book.add_format({"num_format": "mm/dd/yyyy"})
    dated.write_datetime(1, 2, datetime(2026, 1, 1), day)
    dated.write_datetime(1, 3, datetime(9999, 12, 31), day)
    book.close()
    reading = read_file(path)
    assert rates(reading) == [
        ("G0438", "", "", 120.5, "2026-01-01", ""),
        ("G0439", "26", "", 33.333333333, "2026-01-01", ""),
        ("J1100", "", "", 0.1275, "2026-04-01", ""),
        ("G2211", "", "", 15.0, "2026-01-01", ""),
    ]
    assert set(reading.tables["fee_schedules"]["payer"]) == {"Acme"}
    assert [(problem.line, problem.column) for problem in reading.problems if problem.severity is Severity.DATA] == [
        (7, "Physician: Fee")
    ]


def test_days_and_numbers_as_headings_of_a_workbook(tmp_path):
    path = tmp_path / "fees.xlsx"
    with Workbook(path) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "mm/dd/yyyy"})
        sheet.write_row(0, 0, ["Code", 26, "TC"])
        sheet.write_row(1, 0, ["G0389", 10.5, 22])
        quarters = book.add_worksheet("Quarters")
        quarters.write(0, 0, "Code")
        quarters.write_datetime(0, 1, datetime(2026, 1, 1), day)
        quarters.write_datetime(0, 2, datetime(2026, 4, 1), day)
        quarters.write_row(1, 0, ["J1100", 0.12, 0.13])
        years = book.add_worksheet("Years")
        years.write_row(0, 0, ["Code", 2025, 2026])
        years.write_row(1, 0, ["G0438", 1, 2])
    assert rates(read_file(path, payer="Acme", effective=date(2026, 2, 1))) == [
        ("G0389", "26", "", 10.5, "2026-02-01", ""), ("G0389", "TC", "", 22.0, "2026-02-01", ""),
        ("J1100", "", "", 0.12, "2026-01-01", "2026-03-31"), ("J1100", "", "", 0.13, "2026-04-01", ""),
        ("G0438", "", "", 1.0, "2025-01-01", "2025-12-31"), ("G0438", "", "", 2.0, "2026-01-01", ""),
    ]  # fmt: skip


def test_ranges_in_two_columns(schedule):
    reading = schedule(
        "From Code,To Code,Rate,Eff Date\nJ0000,J9999,5,1/1/2026\nG0438,,7,1/1/2026\nG0439,G0439,8,1/1/2026\n"
    )
    assert [(row[0], row[3]) for row in rates(reading)] == [("J0000-J9999", 5.0), ("G0438", 7.0), ("G0439", 8.0)]


def test_what_tells_rates_apart_that_fee_schedules_do_not_is_named(schedule):
    reading = schedule(
        "Code,Locality,Rate,Eff Date,Note\nG0438,North,5,1/1/2026,x\nG0438,South,6,1/1/2026,x\n"
        "G0439,North,7,1/1/2026,\n"
    )
    assert [(row[0], row[3]) for row in rates(reading)] == [("G0438", 5.0), ("G0439", 7.0)]
    assert told(reading)[0][2] == (
        "Rates for the same code and days differ by “Locality” (North, South), which fee schedules here do not tell "
        "apart; of each the first was taken."
    )


def test_a_payers_medicaid_and_medicare_rates_are_not_plans(schedule):
    with pytest.raises(CannotRead, match="“Medicaid Rate”, “Medicare Rate”"):
        schedule("Code,Medicaid Rate,Medicare Rate,Eff Date\nG0438,5,6,1/1/2026\n")


def test_the_payer_may_stand_in_the_title(tmp_path):
    path = tmp_path / "fees.csv"
    path.write_text("Payer: Cedar Valley,\nPlan,Gold\nRates effective 1/1/2026,\nCode,Rate\nG0438,10\n")
    frame = read_file(path).tables["fee_schedules"]
    assert frame[["payer", "plan"]].values.tolist() == [["Cedar Valley", "Gold"]]


def test_what_the_user_says_goes_before_what_the_title_says(schedule):
    reading = schedule(
        "Payer: Cedar Valley,\nRates effective 1/1/2026,\nCode,Rate\nG0438,10\n", effective=date(2027, 1, 1)
    )
    assert (rates(reading)[0][4], reading.tables["fee_schedules"]["payer"].tolist()) == ("2027-01-01", ["Acme"])


@pytest.mark.parametrize(
    "text",
    [
        "CPT Code,Units,Charges,Payments,Adjustments\nG0438,10,1200.00,900.00,100.00\n",
        "Code,Description,Allowed,Paid,Date of Service\nG0438,x,10,8,1/1/2026\n",
        "Account,Jan 2026,Feb 2026,Total\nRent,10,10,20\n",
    ],
)
def test_what_is_no_fee_schedule(tmp_path, text):
    path = tmp_path / "other.csv"
    path.write_text(text)
    with suppress(CannotRead):
        assert kind_of(path) != "fee schedule"


@pytest.mark.parametrize("heading", ["MAR", "OMFS Rate", "Maximum Allowable Reimbursement"])
def test_what_workers_compensation_calls_a_rate(schedule, heading):
    reading = schedule(f"Code Range,{heading},Effective\nG0439-G0444,95.10,07/01/2026\n")
    assert rates(reading) == [("G0439-G0444", "", "", 95.10, "2026-07-01", "")]


@pytest.mark.parametrize(
    "heading", ["Procedure Code Modifier", "CPT Modifier", "HCPCS Mod", "Svc Mod", "Billing Code Modifier 1"]
)
@pytest.mark.parametrize("open_end", ["31-DEC-99", "31-DEC-9999", "12/31/99"])
def test_a_modifier_by_a_longer_name_is_one(schedule, heading, open_end):
    """Left out, the 12.00 of U5 would be the price of every G0444; a last day of 1999 would cost the row."""
    reading = schedule(
        f"Procedure Code,{heading},Max Allowable,Effective Date,End Date\n"
        f"G0438,,$75.15,01-JAN-26,{open_end}\nG0444,U5,$12.00,01-JUL-25,31-DEC-25\n"
    )
    assert rates(reading) == [
        ("G0438", "", "", 75.15, "2026-01-01", ""),
        ("G0444", "U5", "", 12.0, "2025-07-01", "2025-12-31"),
    ]
    assert told(reading) == []


@pytest.mark.parametrize("named", ["sheet", "title"])
def test_a_sheet_a_plan(tmp_path, named):
    """Two plans' rates for one code were one and the same, of which the second was left out."""
    path = tmp_path / "plans.xlsx"
    with Workbook(path) as book:
        for number, (plan, office, facility) in enumerate((("PPO", 100.5, 90), ("HMO", 99.5, 89))):
            sheet = book.add_worksheet(plan if named == "sheet" else f"Page {number}")
            title = f"Fee schedule {plan}" if named == "title" else "Fee schedule"
            for row, cells in enumerate(
                ([title], ["Effective 07/01/2026"], ["CPT/HCPCS", "Non-Fac", "Fac"], ["G0438", office, facility])
            ):
                sheet.write_row(row, 0, cells)
    frame = read_file(path, payer="Acme").tables["fee_schedules"]
    assert frame[["plan", "pos_class", "rate"]].values.tolist() == [
        ["PPO", "NF", 100_500_000_000],
        ["PPO", "F", 90_000_000_000],
        ["HMO", "NF", 99_500_000_000],
        ["HMO", "F", 89_000_000_000],
    ]


def test_one_sheet_that_is_named_for_its_plan_is_of_no_plan(tmp_path):
    path = tmp_path / "plans.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("PPO")
        sheet.write_row(0, 0, ["Code", "Fee"])
        sheet.write_row(1, 0, ["G0438", 100.5])
    frame = read_file(path, payer="Acme", effective=date(2026, 1, 1)).tables["fee_schedules"]
    assert frame["plan"].tolist() == [""]


def test_medicare_advantage_is_a_plan_by_both_its_words(schedule):
    reading = schedule("Code,HMO Rate,Medicare Advantage Rate\nG0438,100.00,110.00\n", effective=date(2026, 1, 1))
    assert reading.tables["fee_schedules"]["plan"].tolist() == ["HMO", "Medicare Advantage"]
