"""Work that is done apart: files a biller, what comes back of them, deadlines as a calendar, the report."""

from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from contract_tables import table
from worked_practice import CHARGED, DAY, POSTED, work

from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.areas.worklists.calendar_file import deadlines
from medoffice_xl.areas.worklists.report import build
from medoffice_xl.areas.worklists.tables import WORKLIST
from medoffice_xl.areas.worklists.work_files import work_files
from medoffice_xl.intake.take import take_in
from medoffice_xl.problems import Severity
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.render.report_file import write_report
from medoffice_xl.tables import TABLES, empty_frame

NOTES = table(
    WORKLIST,
    {"claim_id": "denied", "status": "open", "owner": "Bob", "note": "called twice"},
    {"claim_id": "short", "status": "pended", "owner": "Bob", "follow_up": pd.Timestamp("2026-07-06")},
    {"claim_id": "settled", "status": "open", "owner": "Ann", "note": "paid at last"},
)


class Books:
    """A practice of these tables."""

    as_of, name = DAY, "Any"

    def __init__(self, notes=NOTES):
        self._tables = work(worklist=notes)

    def has(self, table):
        return self._tables.get(table) is not None

    def table(self, name):
        found = self._tables.get(name)
        return empty_frame(TABLES[name]) if found is None else found

    def rows(self, name):
        return self.table(name)

    def setting(self, name):
        return None


def written(tmp_path) -> dict[str, Path]:
    return {page.name: write_report(page, tmp_path, DAY, "Oak & Elm") for page in work_files(Books())}


def edit(path, claim, **values):
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    row = next(cell.row for column in sheet.iter_cols() for cell in column if cell.value == claim)
    for heading, value in values.items():
        sheet.cell(row, heads[heading.replace("_", " ")]).value = value
    book.save(path)


def test_a_file_a_biller(tmp_path):
    assert sorted(written(tmp_path)) == ["Worklist Bob", "Worklist Unassigned"]


def test_a_file_that_nobody_touched_changes_nothing(tmp_path):
    for path in written(tmp_path).values():
        reading = read_file(path)
        assert (reading.kind, len(reading.tables["worklist"]), reading.problems) == ("work file", 0, [])


def brought_back(path, there=NOTES):
    return take_in(read_file(path), {"worklist": there}, content_hash="1", today=DAY)


def test_only_what_was_changed_comes_back_and_nothing_else_is_lost(tmp_path):
    path = written(tmp_path)["Worklist Bob"]
    edit(path, "denied", Work_status="Done", Last_contact=date(2026, 7, 1))
    # meanwhile somebody writes notes to both claims in the workbook
    there = NOTES.assign(note=["paid in part", "new contract", "paid at last"])
    taken = brought_back(path, there)
    rows = taken.frames["worklist"].set_index("claim_id")
    assert (rows.at["denied", "status"], rows.at["denied", "note"]) == ("done", "paid in part")
    assert rows.at["denied", "contacted"] == pd.Timestamp("2026-07-01")
    assert rows.at["short", "note"] == "new contract"
    assert taken.changes[["row", "column", "old", "new"]].values.tolist() == [
        ["denied", "Work status", "open", "done"],
        ["denied", "Last contact", "", "2026-07-01"],
    ]
    assert [one for one in taken.problems if one.severity is not Severity.NOTE] == []


def test_where_both_changed_a_cell_the_workbooks_stays_and_both_are_told(tmp_path):
    path = written(tmp_path)["Worklist Bob"]
    edit(path, "denied", Work_status="done", Work_note="sent by fax")
    there = NOTES.assign(status=["escalated", "pended", "open"], note=["with Dr Lee", "", "paid at last"])
    taken = brought_back(path, there)
    row = taken.frames["worklist"].set_index("claim_id").loc["denied"]
    assert (row["status"], row["note"]) == ("escalated", "with Dr Lee")
    told = [(one.column, one.value) for one in taken.problems if one.severity is Severity.DATA]
    assert told == [("Work status", "done"), ("Work note", "sent by fax")]
    assert all("“with Dr Lee”" in one.problem for one in taken.problems if one.column == "Work note")


def test_the_same_change_on_both_sides_is_no_conflict(tmp_path):
    path = written(tmp_path)["Worklist Bob"]
    edit(path, "denied", Work_note="sent by fax")
    there = NOTES.assign(note=["sent by fax", "", "paid at last"])
    taken = brought_back(path, there)
    assert [one for one in taken.problems if one.severity is Severity.DATA] == []


def test_what_was_emptied_is_empty(tmp_path):
    path = written(tmp_path)["Worklist Bob"]
    edit(path, "short", Follow_up=None)
    edit(path, "denied", Work_note=None)
    rows = brought_back(path).frames["worklist"].set_index("claim_id")
    assert pd.isna(rows.at["short", "follow_up"])
    assert rows.at["denied", "note"] == ""
    assert rows.at["short", "status"] == "pended"


def test_a_claim_without_a_note_gets_the_files(tmp_path):
    path = written(tmp_path)["Worklist Unassigned"]
    edit(path, "silent", Worked_by="Cy", Work_note="portal: pending")
    row = brought_back(path).frames["worklist"].set_index("claim_id").loc["silent"]
    assert (row["status"], row["owner"], row["note"]) == ("open", "Cy", "portal: pending")


def test_a_status_that_is_none_is_told_with_its_line(tmp_path):
    path = written(tmp_path)["Worklist Bob"]
    edit(path, "denied", Work_status="maybe")
    reading = read_file(path)
    assert len(reading.tables["worklist"]) == 0
    assert [problem.value for problem in reading.problems] == ["maybe"]


def test_the_calendar_is_the_same_bytes_twice():
    made = deadlines(Books())
    assert made == deadlines(Books())
    text = made.decode().replace("\r\n ", "")
    # the denial lapses on Saturday 08/08: work by 08/05; the follow-up day of the underpaid claim
    assert "DTSTART;VALUE=DATE:20260805" in text
    assert "Look again: Acme Health short" in text


def test_the_report_adds_up_to_ar_and_tells_what_came_of_a_claim():
    page = build(Books())
    totals = [block.source.total[3] for block in page.blocks[1:10]]
    assert sum(totals) - 500 == ar_total(CHARGED, POSTED, DAY).value
    gone = page.block("Left the list: what came of it")
    assert [row[:1] + row[3:] for row in gone.source.body] == [("settled", 10_000, 6_000, 4_000, 0, "paid at last")]


@pytest.mark.parametrize("notes", [NOTES.head(0)])
def test_without_notes_all_is_nobodys(notes):
    assert [page.name for page in work_files(Books(notes))] == ["Worklist Unassigned"]
