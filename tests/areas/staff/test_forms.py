"""Job specifications and review forms: from the record, as Word files."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest
from docx import Document
from staff_frames import days_from, hours, staff

from medoffice_xl.areas.staff.form_words import CRITERIA, DUTIES, OF_ALL
from medoffice_xl.areas.staff.forms import job_specifications, review_forms
from medoffice_xl.errors import NoData
from medoffice_xl.render.staff_forms import write_forms
from medoffice_xl.tables.staff import PROVIDERS, SUPPORT

AS_OF = date(2026, 6, 30)
NURSE = {"role": "Nurse", "kind": "clinical support", "license_until": "2026-08-01", "cpr_on": "2025-01-01",
         "weekly_hours": 32, "manages": "Office manager", "review_on": "2026-06-01"}  # fmt: skip


@dataclass
class Asked:
    """A practice of these tables."""

    tables: dict[str, pd.DataFrame]
    as_of: date = AS_OF
    name: str = "Willow Creek"

    def has(self, table: str) -> bool:
        return table in self.tables

    def table(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    def setting(self, name: str) -> Any:
        raise KeyError(name)


def practice(*rows, paid=()):
    return Asked({"employees": staff(*rows), "hours": hours(*paid)})


def reviewed(left):
    """Reviewed a year and so many days ago that the next review is due in `left` days: 2026-06-30 + left - 1 year."""
    return {"review_on": days_from(date(2025, 6, 30), left)}


def test_a_role_is_what_its_people_have():
    """Two nurses of 32 and 20 hours; one license between them is asked of the role. Who left is none of it."""
    of = practice(NURSE, {"role": "nurse", "kind": "clinical support", "weekly_hours": 20},
                  {"role": "Nurse", "board_until": "2027-01-01", "left": "2026-06-30"}, {})  # fmt: skip
    desk, nurse = job_specifications(of)
    assert (desk.role, desk.papers) == ("Front desk", [])
    assert nurse.papers == ["License", "CPR course"]
    assert dict(nurse.facts) == {"Kind of staff": "clinical support", "Answers to": "Office manager",
                                 "Hours a week": "20 to 32", "People in this role": "2"}  # fmt: skip
    assert nurse.duties[:2] == DUTIES["clinical support"][:2]


def test_nobody_is_no_form():
    with pytest.raises(NoData):
        job_specifications(practice({"left": "2026-06-30"}))


@pytest.mark.parametrize(("left", "forms"), [(-400, 1), (0, 1), (90, 1), (91, 0)])
def test_a_review_that_is_late_or_due_within_90_days_has_a_form(left, forms):
    assert len(review_forms(practice(reviewed(left)))) == forms


def test_the_form_says_what_the_year_was():
    """152 + 8 hours worked, 8 of them overtime, 16 of leave; here since January 6, 2020: six years."""
    paid = [{"regular": 152, "overtime": 8, "leave": 16}]
    (form,) = review_forms(practice({**NURSE, **reviewed(10), "known_as": "AB"}, paid=paid))
    assert form.who == "AB"
    facts = dict(form.facts)
    assert facts["Here since"] == "01/06/2020 (6 years)"
    assert facts["Last review"] == "07/10/2025"
    assert [facts["Hours worked in the year"], facts["of them overtime"]] == ["160.0", "8.0"]
    assert form.due == [("License", "08/01/2026", "within 60 days"), ("CPR course", "01/01/2027", "")]
    assert form.criteria == (*OF_ALL, *CRITERIA["clinical support"])


def test_the_first_review_says_there_was_none():
    (form,) = review_forms(practice({"hired": "2025-07-31", "i9_on": "2025-07-31"}))
    assert dict(form.facts)["Last review"] == "none yet"
    assert dict(form.facts)["Here since"] == "07/31/2025"


def test_every_kind_has_words():
    assert set(DUTIES) == set(CRITERIA) == {*PROVIDERS, *SUPPORT}


def test_the_files(tmp_path):
    of = practice({**NURSE, **reviewed(10)}, {"role": "Lab / X-ray", "kind": "ancillary", "review_on": "2026-06-01"})
    files = write_forms(job_specifications(of), review_forms(of), tmp_path / "forms")
    assert [path.name for path in files] == ["Job specification Lab X-ray 2026-06-30.docx",
                                             "Job specification Nurse 2026-06-30.docx",
                                             "Review E1 2026-06-30.docx"]  # fmt: skip
    review = Document(str(files[2]))
    cells = [row.cells[0].text for table in review.tables for row in table.rows]
    assert {"Role", "License", "Quality of the work", "Employee", "Reviewer"} <= set(cells)
    before = files[2].read_bytes()
    assert write_forms(job_specifications(of), review_forms(of), tmp_path / "forms")[2].read_bytes() == before
