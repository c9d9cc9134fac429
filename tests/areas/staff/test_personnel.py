"""The Personnel workbook: encrypted as Excel does it, read with its password, and what may leave it."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from kinds_of_frame import every_kind
from msoffcrypto.format.ooxml import OOXMLFile
from practice_frames import frame
from typer.testing import CliRunner

from medoffice_xl.areas.staff.pay_totals import OTHERS, UNKNOWN, pay_totals
from medoffice_xl.areas.staff.personnel_files import missing_papers
from medoffice_xl.areas.staff.staff_pay import staff_pay
from medoffice_xl.book import edit_book, open_book
from medoffice_xl.book.personnel import read_personnel
from medoffice_xl.build.personnel import personnel_workbook
from medoffice_xl.cli.app import load_commands
from medoffice_xl.cli.personnel import PASSWORD
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BookError, CannotRead, NoData
from medoffice_xl.tables import PAY_TOTALS, THRESHOLDS, VENDORS
from medoffice_xl.tables.personnel import FILE_CHECKLIST, FILE_ITEMS, PAY, PEOPLE

JUDGED = Thresholds().on(date(2026, 6, 30))
SECRET = "desk-Lamp-9"


def people(*roles):
    return frame(PEOPLE, *({"employee": f"E{place}", "role": role} for place, role in enumerate(roles, start=1)))


def pay(*rows):
    return frame(PAY, *({"period_end": "2026-06-15", **row} for row in rows))


def a_month(*amounts, **more):
    return pay(*({"employee": f"E{place}", "gross": gross, **more} for place, gross in enumerate(amounts, start=1)))


def totals(of, paid):
    found, said = pay_totals(of, paid, JUDGED)
    return [(row.role, row.people, row.pay / 100) for row in found.itertuples()], said


@every_kind
def test_three_people_are_shown_and_two_are_merged(on):
    """Three assistants 100 + 200 + 300; two at the desk and one biller are three together: 10 + 20 + 40 = 70."""
    of = people("Assistant", "Assistant", "Assistant", "Desk", "Desk", "Biller")
    assert totals(on(of), on(a_month(100, 200, 300, 10, 20, 40)))[0] == [("Assistant", 3, 600), (OTHERS, 3, 70)]


def test_what_is_merged_and_still_too_few_takes_the_smallest_role_with_it():
    """One biller alone would be read off; three at the desk, the smaller role, go with her: 40 + 60 = 100."""
    of = people("Assistant", "Assistant", "Assistant", "Assistant", "Desk", "Desk", "Desk", "Biller")
    found, _ = totals(of, a_month(1, 2, 3, 4, 10, 20, 30, 40))
    assert found == [("Assistant", 4, 10), (OTHERS, 4, 100)]


def test_two_people_in_all_are_not_shown():
    found, said = totals(people("Assistant", "Desk"), a_month(100, 200))
    assert found == []
    assert said == ["Fewer than 3 people were paid in 06/2026: these months are not shown."]
    assert len(totals(people("Assistant", "Desk", "Desk"), a_month(1, 2, 3))[0]) == 1


def test_a_person_of_two_paychecks_is_one_person():
    """Two people with five paychecks are two; with the third role's one they are three."""
    of = people("Desk", "Desk", "Biller")
    paid = pay(*({"employee": who, "gross": gross, "period_end": day} for who, gross, day in (
        ("E1", 1, "2026-06-15"), ("E1", 2, "2026-06-30"), ("E2", 3, "2026-06-15"), ("E2", 4, "2026-06-30"),
        ("E3", 5, "2026-06-30"), ("E3", 6, "2026-07-15"))))  # fmt: skip
    found, said = totals(of, paid)
    assert found == [(OTHERS, 3, 15)]
    assert "07/2026" in said[0]


def test_what_comes_on_top_and_who_is_unknown():
    """Taxes 7.65 and benefits 20 for each of three: 82.95. E3 is on no list."""
    found, said = pay_totals(people("Desk", "Desk"), a_month(100, 100, 100, employer_taxes=7.65, benefits=20), JUDGED)
    assert found[["role", "pay", "employer_cost"]].values.tolist() == [[OTHERS, 30_000, 8_295]]
    assert said == [f"1 people of Pay are not on People; they count as “{UNKNOWN}”."]


@pytest.mark.parametrize(("fewest", "roles"), [(2, ["Desk", OTHERS]), (3, ["Desk", OTHERS]), (4, [OTHERS])])
def test_more_may_be_asked_on_thresholds_and_less_may_not(fewest, roles):
    """Three at the desk and two billers, with one of a third role: 3 and 3."""
    rows = frame(THRESHOLDS, {"name": "Staff: fewest people of a pay total", "value": fewest, "unit": "people"})
    of = people("Desk", "Desk", "Desk", "Biller", "Biller", "Nurse")
    found, _ = pay_totals(of, a_month(1, 2, 3, 4, 5, 6), Thresholds(rows).on(date(2026, 6, 30)))
    assert found["role"].tolist() == roles


def of_pay(*months, **more):
    return frame(PAY_TOTALS, *({"month": month, "role": "Desk", "people": 3, "pay": 100, **more} for month in months))


@every_kind
def test_pay_by_role_is_of_whole_months(on):
    """Window June 1 to July 31: May and August are out. 2 × 100 + 2 × 10 = 220."""
    of = of_pay("2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", employer_cost=10)
    found = staff_pay(on(of), date(2026, 7, 31), 61)
    assert found.body == [("Desk", 3, 20_000, 2_000, 22_000, 1.0), ("Total", None, 20_000, 2_000, 22_000, 1.0)]
    assert staff_pay(on(of), date(2026, 7, 31), 60).body[0][2] == 10_000
    assert staff_pay(on(of), date(2026, 7, 30), 60).body[0][2] == 10_000
    with pytest.raises(NoData):
        staff_pay(on(of), date(2026, 7, 31), 30)


def test_papers_that_are_missing():
    items = frame(FILE_ITEMS, {"item": "Form I-9"}, {"item": "CPR card"})
    listed = frame(FILE_CHECKLIST, {"employee": "e1", "item": "form i-9", "on_file": "2026-01-02"},
                   {"employee": "E1", "item": "CPR card", "note": "not needed"},
                   {"employee": "E2", "item": "CPR card"})  # fmt: skip
    of = frame(PEOPLE, {"employee": "E1"}, {"employee": "E2"}, {"employee": "E3", "left": "2026-01-01"})
    assert missing_papers(of, items, listed) == [("E2", ["Form I-9", "CPR card"])]


ROWS = {
    "people": [
        (f"E{place}", f"Name {place}", "Desk", None, "312-555-0100" if place == 1 else "", "", "", "")
        for place in range(1, 5)
    ],
    "pay": [(f"E{place}", datetime(2026, 6, 15), None, 1_000.5 + place, 76.5, None) for place in range(1, 5)],
}


def encrypted(content, password=SECRET):
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, out)
    return out.getvalue()


@pytest.fixture
def locked(tmp_path):
    path = tmp_path / "Personnel.xlsm"
    path.write_bytes(encrypted(personnel_workbook(ROWS)))
    return path


def test_the_workbook_is_one_that_programs_open():
    book = openpyxl.load_workbook(io.BytesIO(personnel_workbook()), keep_vba=False)
    assert book.sheetnames == ["Read me", "People", "Pay", "Applicants", "Hiring decisions", "Reviews", "Discipline",
                               "File checklist", "What a file holds"]  # fmt: skip
    assert personnel_workbook() == personnel_workbook()


def test_it_is_read_with_its_password_and_with_no_other(locked):
    found = read_personnel(locked, lambda: SECRET)
    assert found.is_encrypted
    assert found.tables["pay"]["gross"].tolist() == [100_150, 100_250, 100_350, 100_450]
    assert len(found.tables["file_items"]) > 10
    with pytest.raises(CannotRead, match="not the password"):
        read_personnel(locked, lambda: "desk-lamp-9")


def test_the_password_is_not_asked_for_without_need(tmp_path):
    path = tmp_path / "Personnel.xlsm"
    path.write_bytes(personnel_workbook(ROWS))

    def nobody():
        raise AssertionError

    assert not read_personnel(path, nobody).is_encrypted


def test_another_workbook_is_told(tmp_path):
    path = tmp_path / "Other.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(BookError, match="no Personnel workbook"):
        read_personnel(path, lambda: SECRET)
    path.write_bytes(encrypted(personnel_workbook())[:4_000])
    with pytest.raises((BookError, CannotRead)):
        read_personnel(path, lambda: SECRET)


@pytest.mark.whole
def test_the_command_takes_totals_and_nothing_personal(tmp_path, locked, monkeypatch):
    """4 × 1,000.50 + 1 + 2 + 3 + 4 = 4,012.00; a vendor with the telephone of E1 is to be looked at."""
    run = CliRunner()
    assert run.invoke(load_commands(), ["init", str(tmp_path)]).exit_code == 0
    book = tmp_path / "PracticeManager.xlsm"
    with edit_book(book) as opened:
        opened.set_setting("AsOf", datetime(2026, 6, 30))
        opened.write({"vendors": frame(VENDORS, {"vendor": "Acme", "phone": "(312) 555-0100"})})
        opened.save()
    monkeypatch.setenv(PASSWORD, SECRET)
    done = run.invoke(load_commands(), ["personnel", str(book), str(locked)])
    assert "the vendor Acme has the telephone of E1" in " ".join(done.output.split())
    found = open_book(book).read("pay_totals")
    assert found[["role", "people", "pay"]].values.tolist() == [["Desk", 4, 401_200]]
    whole = "".join(str(cell) for sheet in openpyxl.load_workbook(book) for row in sheet.iter_rows(values_only=True)
                    for cell in row if cell)  # fmt: skip
    assert "Name 1" not in whole
    assert "1001.5" not in whole


def test_init_makes_one_and_overwrites_none(tmp_path):
    run = CliRunner()
    assert run.invoke(load_commands(), ["init", str(tmp_path), "--personnel"]).exit_code == 0
    assert (tmp_path / "Personnel.xlsm").read_bytes() == personnel_workbook()
    assert isinstance(run.invoke(load_commands(), ["init", str(tmp_path), "--personnel"]).exception, BookError)


def test_the_password_is_asked_for_and_never_an_argument(tmp_path, locked, monkeypatch):
    """Nobody at the terminal: told what to do. The command has no option that a shell would keep a password of."""
    monkeypatch.delenv(PASSWORD, raising=False)
    run = CliRunner()
    run.invoke(load_commands(), ["init", str(tmp_path)])
    done = run.invoke(load_commands(), ["personnel", str(tmp_path / "PracticeManager.xlsm"), str(locked)], input="")
    assert isinstance(done.exception, CannotRead)
    assert PASSWORD in str(done.exception)
    wrong = run.invoke(
        load_commands(), ["personnel", str(tmp_path / "PracticeManager.xlsm"), str(locked)], input="desk-lamp-9\n"
    )
    assert "not the password" in str(wrong.exception)
    assert "desk-lamp-9" not in wrong.output
    assert "--password" not in run.invoke(load_commands(), ["personnel", "--help"]).output
