"""A sheet a provider, a month or a page with the same headings is one list; only the first was read."""

from datetime import date

from openpyxl import Workbook

from medoffice_xl.readers.costs import read as read_costs
from medoffice_xl.readers.recognise import read_file

HEADINGS = ["Claim #", "DOS", "Payer", "CPT", "Charge", "Ins Paid"]
FIRST = [[1001, date(2026, 11, 5), "Alpha", "G0439", 150, 93.6], [1002, date(2026, 11, 6), "Alpha", "G0444", 30, 0]]
SECOND = [[1003, date(2026, 11, 7), "Beta", "G0438", 200.5, 100.25]]


def book(folder, **sheets):
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "export.xlsx"
    made.save(path)
    return path


def read(path):
    return read_file(path, today=date(2026, 12, 1))


def severities(reading, part):
    return [each.severity for each in reading.problems if part in each.problem]


def test_a_sheet_a_provider(tmp_path):
    """150.00 + 30.00 + 200.50 = 380.50 charged, 93.60 + 100.25 paid."""
    path = book(tmp_path, Able=[HEADINGS, *FIRST], Baker=[HEADINGS, *SECOND], Notes=[["Made by", "office"]])
    reading = read(path)
    assert reading.tables["charges"]["claim_id"].tolist() == ["1001", "1002", "1003"]
    assert reading.tables["charges"]["charge"].sum() == 38050
    assert reading.tables["payments"]["amount"].sum() == 9360 + 10025
    assert severities(reading, "have the same headings") == ["note"]


def test_each_sheet_has_totals_of_its_own(tmp_path):
    able = [HEADINGS, *FIRST, [None, None, None, None, 180, 93.6]]
    baker = [HEADINGS, *SECOND, ["Total", None, None, None, 200.5, 100.25], [None, None, None, None, 380.5, 193.85]]
    reading = read(book(tmp_path, Able=able, Baker=baker))
    assert reading.tables["charges"]["charge"].tolist() == [15000, 3000, 20050]


def test_a_sheet_that_repeats_a_part_of_another_does_not_count(tmp_path):
    """What a pivot table shows on a double click, and a copy of the whole."""
    part, whole = [HEADINGS, FIRST[1]], [HEADINGS, *FIRST, *SECOND]
    reading = read(book(tmp_path, Part=part, All=whole, Copy=whole))
    assert reading.tables["charges"]["charge"].sum() == 38050
    assert severities(reading, "stand on another") == ["data"]


def test_patients_without_numbers_are_told_apart_by_their_sheets_titles(tmp_path):
    """Two patients seen on one day, a sheet each with the name above: two claims, and neither name is told."""
    headings = ["DOS", "Payer", "CPT", "Charge"]
    sheets = {
        f"P{number}": [[f"Patient: {name}"], headings, [date(2026, 11, 5), "Alpha", "G0439", 150]]
        for number, name in enumerate(("QUIMBY UNA", "FEATHERLY NED"))
    }
    reading = read(book(tmp_path, **sheets))
    assert reading.tables["charges"]["claim_id"].nunique() == 2
    everything = reading.tables["charges"].to_string() + " ".join(map(str, reading.problems))
    assert "QUIMBY" not in everything
    assert "FEATHERLY" not in everything


def test_pages_of_a_web_page(tmp_path):
    def table(row):
        cells = "".join(f"<td>{cell}</td>" for cell in row)
        return f"<table><tr>{''.join(f'<th>{each}</th>' for each in HEADINGS)}</tr><tr>{cells}</tr></table>"

    rows = [["1001", "11/05/2026", "Alpha", "G0439", "$150.00", "$93.60"],
            ["1002", "11/06/2026", "Beta", "G0444", "$30.00", "($5.00)"]]  # fmt: skip
    path = tmp_path / "report.xls"
    path.write_text(f"<html><body>{''.join(map(table, rows))}</body></html>", encoding="utf-8")
    reading = read(path)
    assert reading.tables["charges"]["charge"].tolist() == [15000, 3000]
    assert reading.tables["payments"]["amount"].tolist() == [9360, -500]


def test_costs_a_sheet_a_month(tmp_path):
    headings = ["Month", "Account", "Category", "Fixed", "Amount"]
    path = book(
        tmp_path,
        Jan=[headings, [date(2026, 1, 1), "Rent", "Rent", "yes", 2000]],
        Feb=[headings, [date(2026, 2, 1), "Rent", "Rent", "yes", 2000.5]],
    )
    assert read_costs(path).tables["costs"]["amount"].tolist() == [200000, 200050]


def test_parts_of_a_sheet_of_all_with_totals_and_feet_of_their_own_do_not_count(tmp_path):
    """Rows without numbers: 150.00 + 30.00 + 200.50 once, though each part has a total and a foot."""
    headings, rows = HEADINGS[1:], [row[1:] for row in [*FIRST, *SECOND]]
    foot = [[], ["Printed 11/30/2026"]]
    able = [headings, *rows[:2], ["Total", None, None, 180], *foot]
    baker = [headings, *rows[2:], ["Total", None, None, 200.5], *foot]
    reading = read(book(tmp_path, All=[headings, *rows], Able=able, Baker=baker))
    assert sorted(reading.tables["charges"]["charge"]) == [3000, 15000, 20050]
    assert severities(reading, "stand on another") == ["data"]
