"""A list of employees fills Staff; what is private stays in the file."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.staff.staff_columns import kind_of
from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.recognise import read_file

LIST = """Willow Creek Family Medicine
Employee List

Employee ID,Last Name,First Name,SSN,Birth Date,Home Address,Job Title,Dept,Hire Date,Term Date,Termination Reason,\
Standard Hours,Pay Rate,Bank Account
1011,Tamm,Ada,900-00-0001,01/02/1980,1 Elm,Medical Assistant II,Clinic,03/02/2020,,,36,19.50,12345
1012,Rossi,Ben,900-00-0002,05/06/1990,2 Elm,Front Desk Lead,Desk,06/01/2023,05/15/2026,Voluntary - moved,40,18.00,12345
1013,Novik,Cleo,900-00-0003,07/08/1985,3 Elm,Gardener,,01/05/2026,,,10,15.00,12345
900-00-0004,Ekman,Dov,900-00-0004,07/08/1985,4 Elm,Biller,,01/05/2026,,,40,21.00,12345
"""
TODAY = date(2026, 7, 1)


@pytest.fixture
def read(tmp_path):
    def one(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_file(path)

    return one


def day(text):
    return pd.Timestamp(text)


def test_what_comes_in_and_what_does_not(read):
    reading = read(LIST)
    assert reading.kind == "employee list"
    rows = reading.tables["employees"]
    names = ["employee", "known_as", "role", "kind", "department", "weekly_hours", "leave"]
    assert rows[names].values.tolist() == [
        ["1011", "AT", "Medical Assistant II", "clinical support", "Clinic", 36, ""],
        ["1012", "BR", "Front Desk Lead", "front office", "Desk", 40, "voluntary"],
        ["1013", "CN", "Gardener", "", "", 10, ""],
    ]
    assert rows["hired"].tolist() == [day("2020-03-02"), day("2023-06-01"), day("2026-01-05")]
    assert rows["left"].tolist()[1] == day("2026-05-15")
    everything = " ".join(map(str, rows.values.ravel().tolist())) + " ".join(each.problem for each in reading.problems)
    for private in ("Tamm", "Ada", "900-00", "1980", "Elm", "12345", "19.5"):
        assert private not in everything


def test_what_is_said(read):
    said = [each.problem for each in read(LIST).problems]
    assert any("looks like a social security number" in each and "(lines 8)" in each for each in said)
    assert "The staff kind of Gardener is not known." in said
    assert "Names were left out: employees are known by their numbers and initials." in said


def test_a_later_list_leaves_what_only_the_user_knows(read):
    book = take_in(read(LIST), {}, content_hash="1", today=TODAY).frames
    staff = book["employees"]
    staff.loc[staff["employee"] == "1013", "kind"] = "ancillary"
    staff.loc[staff["employee"] == "1011", ["known_as", "cpr_on"]] = ["Ada", day("2026-02-03")]
    later = LIST.replace("Gardener,,01/05/2026,,,10", "Gardener,Grounds,01/05/2026,06/30/2026,Dismissed,10")
    taken = take_in(read(later, "b.csv"), book, content_hash="2", today=TODAY)
    rows = taken.frames["employees"].set_index("employee")
    assert rows.loc["1013", ["kind", "department", "leave"]].tolist() == ["ancillary", "Grounds", "involuntary"]
    assert rows.loc["1011", "known_as"] == "Ada"
    assert rows.loc["1011", "cpr_on"] == day("2026-02-03")
    assert len(rows) == 3


def test_one_name_column_gives_initials(read):
    text = 'Emp ID,Employee Name,Position,Date of Hire\n1,"Tamm, Ada",RN,03/02/2020\n2,Ben Q Rossi,Biller,03/02/2020\n'
    rows = read(text).tables["employees"]
    assert rows["known_as"].tolist() == ["AT", "BR"]
    assert rows["kind"].tolist() == ["clinical support", "business office"]


def test_without_numbers_it_is_no_such_list(read):
    with pytest.raises(CannotRead):
        read("Employee Name,Position,Date of Hire\nTamm,RN,03/02/2020\n")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Physician", "physician"), ("MD", "physician"), ("Physician Assistant", "advanced practice"), ("PA-C",
     "advanced practice"), ("RN Care Manager", "clinical support"), ("Practice Manager", "business office"),
     ("X-ray Tech", "ancillary"), ("Receptionist", "front office"), ("Madrigal singer", "")],
)  # fmt: skip
def test_kinds_by_title(title, kind):
    assert kind_of(title) == kind
