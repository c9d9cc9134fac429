"""What the invented practice's patients say, with things worth finding."""

import pytest

from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.complaints import complaint_list, complaints
from medoffice_xl.areas.satisfaction.demo import A_MONTH, OLD, demo
from medoffice_xl.areas.satisfaction.satisfaction_by import satisfaction_by
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.files import write_practice
from medoffice_xl.demo.practice import physicians
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=3, months=14, seed=835).practice


@pytest.fixture(scope="module")
def part(practice):
    return demo(practice)


@pytest.fixture(scope="module")
def surveys(part):
    reading = read_file(part.files[0])
    assert [each.severity for each in reading.problems] == ["note"]
    return reading.tables["surveys"]


@pytest.fixture(scope="module")
def found(surveys, practice):
    return answers(Tables.of({"surveys": surveys}), practice.last_day)


def test_so_many_responses_a_provider_and_month(surveys, practice):
    assert surveys["response"].nunique() == A_MONTH * practice.doctors * practice.months


def test_one_provider_has_fallen(found, practice):
    said = {row[0]: row[-1] for row in satisfaction_by(found, "provider", "rating", 180).body}
    names = [name for name, _ in physicians(practice.doctors)]
    assert said == {name: "fallen" if name == names[1] else "" for name in names}


def test_the_desk_is_liked_least(found):
    rows = satisfaction_by(found, "measure", "rating", 365).body
    assert min(rows, key=lambda row: row[2])[0] == "office staff"


def test_an_old_complaint_is_open(part, practice):
    made = complaints(part.tables["complaints"], Thresholds().on(practice.last_day), practice.last_day)
    first = complaint_list(made).body[0]
    assert (first[2], first[3], first[6], first[7]) == (OLD, "billing", "again", "late")
