"""Exports of survey programs: what is taken in, what is left out."""

import json

import pytest

from medoffice_xl.areas.satisfaction.survey_file import read
from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.recognise import kind_of, read_file

MONKEY = (
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
    "Who did you see?,Would you recommend us?,How satisfied are you with,,Anything else?\n"
    ",,,,,,,,,Response,Response,the wait,the front desk,Open-Ended Response\n"
)


def file_of(folder, text, name="survey.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rows_of(path):
    return read(path).tables["surveys"]


def told(reading, word):
    return [each for each in reading.problems if word in each.problem]


def test_surveymonkey_with_its_two_heading_rows(tmp_path):
    path = file_of(
        tmp_path,
        MONKEY + "118,46,06/01/2026 08:00,06/01/2026 08:05,192.0.2.7,jane@example.org,Jane,Doe,X1,Dr Abara,"
        "9 - very likely,Very satisfied,Dissatisfied,Late again\n",
    )
    assert kind_of(path) == "survey"
    rows = rows_of(path)
    assert rows[["question", "measure", "answer", "score", "scale"]].fillna(0).values.tolist() == [
        ["Would you recommend us?", "recommend", "", 9.0, 10],
        ["How satisfied are you with: the wait", "access", "Very satisfied", 0, 0],
        ["How satisfied are you with: the front desk", "office staff", "Dissatisfied", 0, 0],
        ["Anything else?", "comment", "Late again", 0, 0],
    ]
    assert set(rows["response"]) == {"118"}
    assert set(rows["provider"]) == {"Dr Abara"}
    assert {str(day.date()) for day in rows["answered"]} == {"2026-06-01"}
    (left,) = told(read(path), "private")
    assert left.problem == (
        "Left out to keep patients private: IP Address, Email Address, First Name, Last Name, Custom Data 1."
    )
    everything = rows.to_csv() + " ".join(map(str, read(path).problems))
    for secret in ("jane@", "192.0.2.7", "Doe", "X1,"):
        assert secret not in everything


def test_without_its_second_row_no_response_is_lost(tmp_path):
    first, _ = MONKEY.splitlines()
    path = file_of(
        tmp_path, first + "\n118,46,,06/01/2026,,,,,,Dr Abara,9,4,5,Fine\n119,46,,06/02/2026,,,,,,Dr Abara,8,5,5,\n"
    )
    rows = rows_of(path)
    assert rows["response"].value_counts().to_dict() == {"118": 4, "119": 3}
    assert "How satisfied are you with (2)" in set(rows["question"])


GOOGLE = "Timestamp,Email Address,Your name,Overall how would you rate your visit?,Comments\n"


def test_google_forms_tell_responses_by_their_time(tmp_path):
    path = file_of(
        tmp_path, GOOGLE + "6/1/2026 8:15:22,a@example.org,Ann,10,Fine\n6/1/2026 8:15:22,,,4,\n6/2/2026 9:00:00,,,7,\n"
    )
    assert kind_of(path) == "survey"
    rows = rows_of(path)
    ratings = rows[rows["measure"] == "rating"]
    assert ratings["response"].tolist() == ["6/1/2026 8:15:22 #1", "6/1/2026 8:15:22 #2", "6/2/2026 9:00:00 #1"]
    assert ratings["score"].tolist() == [10, 4, 7]
    assert (rows["measure"] == "comment").sum() == 1
    assert rows_of(path).equals(rows)


def cahps(questions, *answers):
    heading = ",".join(("Survey ID", "Date completed", "Provider", *questions))
    return "\n".join((heading, *(f"S{n},06/01/2026,Dr Abara,{answer}" for n, answer in enumerate(answers)))) + "\n"


def test_cg_cahps_with_its_words(tmp_path):
    questions = (
        "Q6. How often did you get an appointment as soon as you needed?", "Q11. How often did he explain things?",
        "Q18. What number from 0 to 10 would you use to rate this provider?", "Q21. How often were clerks helpful?",
        "Q20. How often did you talk about all the medicines?",
    )  # fmt: skip
    rows = rows_of(file_of(tmp_path, cahps(questions, "4,3,9,S,M", "4,4,10,2,1")))
    found = rows[rows["response"] == "S1"][["measure", "score", "scale"]].values.tolist()
    assert found == [
        ["access", 4, 4], ["communication", 4, 4], ["rating", 10, 10], ["office staff", 2, 4], ["coordination", 1, 4],
    ]  # fmt: skip
    assert len(rows[rows["response"] == "S0"]) == 3  # skipped and missing are no answers


NUMBERS = ("Q1", "Q6", "Q8", "Q10", "Q18", "Q22")


def test_bare_numbers_are_those_of_version_3_0(tmp_path):
    path = file_of(tmp_path, cahps(NUMBERS, "1,4,4,4,10,3"))
    assert rows_of(path)["measure"].tolist() == ["access", "access", "access", "rating", "office staff"]
    assert told(read(path), "CG-CAHPS 3.0")


def test_more_questions_than_3_0_has_need_a_mapping(tmp_path):
    path = file_of(tmp_path, cahps((*NUMBERS, "Q32"), "1,4,4,4,10,3,1"))
    with pytest.raises(CannotRead, match="Say what they are in a mapping"):
        read(path)
    rows = read(path, {"Q22": "office_staff", "Q18": "rating"}).tables["surveys"]
    assert rows["measure"].tolist() == ["rating", "office staff"]


def test_a_mapping_beside_the_file_says_what_a_question_is(tmp_path):
    path = file_of(tmp_path, GOOGLE.replace("Comments", "Which town?") + "6/1/2026 8:15:22,,,10,North Platte\n")
    assert "Which town?" in told(read(path), "were not used")[0].problem
    (tmp_path / "mapping.json").write_text(json.dumps({"Which town?": "comment"}), encoding="utf-8")
    assert (rows_of(path)["measure"] == "comment").sum() == 1


def test_a_word_that_is_not_known_is_taken_in_and_told(tmp_path):
    answers = "".join(f"6/{day}/2026 8:00:00,,,{word},\n" for day, word in
                      enumerate(["Always", "Always", "Never", "Usually", "Once"], 1))  # fmt: skip
    reading = read(file_of(tmp_path, GOOGLE + answers))
    assert reading.tables["surveys"]["answer"].tolist() == ["Always", "Always", "Never", "Usually", "Once"]
    (problem,) = told(reading, "not known")
    assert (problem.line, problem.value) == (6, "")


def test_a_response_without_a_day_is_told(tmp_path):
    reading = read_file(file_of(tmp_path, GOOGLE + "soon,,,10,\n6/1/2026 8:00:00,,,9,\n"))
    assert reading.tables["surveys"]["score"].tolist() == [9]
    (problem,) = told(reading, "no day")
    assert (problem.line, problem.column) == (2, "Timestamp")


def test_nothing_answered(tmp_path):
    with pytest.raises(CannotRead, match="has no answers"):
        read(file_of(tmp_path, GOOGLE))
    with pytest.raises(CannotRead, match="no survey that is known"):
        read(file_of(tmp_path, "a,b\n1,2\n"))
