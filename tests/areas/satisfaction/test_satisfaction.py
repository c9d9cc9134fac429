"""Top box, score, and where they are hidden."""

from datetime import date

import pytest
from practice_frames import frame

from medoffice_xl.areas.satisfaction.answers import answers
from medoffice_xl.areas.satisfaction.satisfaction_by import satisfaction_by
from medoffice_xl.areas.satisfaction.tables import ANSWER_WORDS, COMMENT_THEMES, SURVEYS
from medoffice_xl.areas.satisfaction.themes import comment_themes
from medoffice_xl.areas.satisfaction.top_box import net_promoter_score, top_box
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.sets import Tables
from tests.kinds_of_frame import every_kind

AS_OF = date(2026, 6, 30)


def surveys(*groups):
    """Answers: how many of each, with what they share; each is of a response of its own unless said."""
    rows, number = [], 0
    for count, what in groups:
        for _ in range(count):
            number += 1
            plain = {"response": f"R{number}", "answered": "2026-06-01", "question": "Q", "measure": "rating"}
            rows.append({**plain, "scale": 10 if "score" in what else None, **what})
    return frame(SURVEYS, *rows)


def found(rows, as_of=AS_OF, **tables):
    return answers(Tables.of({"surveys": rows, **tables}), as_of)


def part(measure, label):
    return next(each.value for each in measure.parts if each.label == label)


@every_kind
def test_42_of_50(on):
    """MINE: 84%, Wilson .7149 to .9166."""
    answer = top_box(found(on(surveys((42, {"score": 9}), (8, {"score": 8})))), "rating", "", 365)
    assert (answer.value, part(answer, "Answers")) == (0.84, 50)
    assert (round(part(answer, "Low"), 4), round(part(answer, "High"), 4)) == (0.7149, 0.9166)


def test_60_25_15_are_45_points():
    rows = surveys((60, {"measure": "recommend", "score": 9}), (25, {"measure": "recommend", "score": 7}),
                   (15, {"measure": "recommend", "score": 6}))  # fmt: skip
    answer = net_promoter_score(found(rows), "", 365)
    assert answer.value == pytest.approx(45)
    assert (round(part(answer, "Low"), 1), round(part(answer, "High"), 1)) == (30.5, 59.5)


def test_not_applicable_and_unknown_words_do_not_count():
    """11 of 20 answered: Always 8, Never 3. 4 not applicable, 5 of words that nobody knows."""
    words = {"measure": "access"}
    rows = surveys((8, {**words, "answer": "always "}), (3, {**words, "answer": "Never"}),
                   (4, {**words, "answer": "N/A"}), (5, {**words, "answer": "Now and then"}))  # fmt: skip
    answer = top_box(found(rows), "access", "", 365)
    assert answer.value == 8 / 11
    assert [(each.reason, each.rows) for each in answer.left_out] == [
        ("answers “not applicable”", 4), ("answers whose words are not on Answer words", 5),
    ]  # fmt: skip
    own = frame(ANSWER_WORDS, {"word": "Now and then", "box": "top"}, {"word": "Always", "box": "top"},
                {"word": "Never", "box": "other"})  # fmt: skip
    assert top_box(found(rows, answer_words=own), "access", "", 365).value == 13 / 16


@pytest.mark.parametrize(("scale", "top", "below"), [(10, 9, 8), (5, 5, 4), (4, 4, 3)])
def test_the_top_box_of_each_scale(scale, top, below):
    rows = surveys((11, {"score": top, "scale": scale}), (9, {"score": below, "scale": scale}))
    assert top_box(found(rows), "rating", "", 365).value == 11 / 20


def test_of_several_questions_the_mean_of_their_shares():
    """Every one of 20 people answers A, 12 of them B: (20/20 + 6/12) / 2 = 75%."""
    rows = surveys(
        *((1, {"response": f"P{n}", "question": "A", "measure": "access", "answer": "Always"}) for n in range(20)),
        *((1, {"response": f"P{n}", "question": "B", "measure": "access",
               "answer": "Always" if n < 6 else "Usually"}) for n in range(12)),
    )  # fmt: skip
    answer = top_box(found(rows), "access", "", 365)
    assert (answer.value, part(answer, "Answers"), part(answer, "Questions")) == (0.75, 20, 2)


def test_ten_are_hidden_eleven_few_thirty_plain():
    with pytest.raises(NoData, match="Fewer than 11 answers"):
        top_box(found(surveys((10, {"score": 9}))), "rating", "", 365)
    assert top_box(found(surveys((11, {"score": 9}))), "rating", "", 365).notes == ["Few answers: 11."]
    assert top_box(found(surveys((29, {"score": 9}))), "rating", "", 365).notes == ["Few answers: 29."]
    assert top_box(found(surveys((30, {"score": 9}))), "rating", "", 365).notes == []


def test_a_response_told_twice_and_one_to_come():
    twice = [{"response": "R1", "score": 9}] * 2
    rows = surveys(*((1, each) for each in twice), (11, {"score": 9}), (5, {"score": 1, "answered": "2026-07-01"}))
    answer = top_box(found(rows), "rating", "", 365)
    assert (answer.value, part(answer, "Answers")) == (1.0, 1 + 11)


def test_words_that_are_no_measure_and_nobody_asked_about():
    rows = surveys((11, {"score": 9, "provider": "Dr Abara"}))
    with pytest.raises(BadArgument, match="choose recommend, rating"):
        top_box(found(rows), "comment", "", 365)
    with pytest.raises(BadArgument, match="Did you mean Dr Abara"):
        top_box(found(rows), "rating", "Dr Abarra", 365)
    assert top_box(found(rows), "rating", "dr abara", 365).value == 1
    with pytest.raises(NoData, match="Fewer than 11"):
        top_box(found(rows), "rating", "Dr Abara", 20)


def by_provider(*groups, window=180):
    rows = surveys(
        *((count, {"provider": name, "score": score, "answered": day}) for count, name, score, day in groups)
    )
    return {row[0]: row for row in satisfaction_by(found(rows), "provider", "rating", window).body}


NOW, BEFORE = "2026-06-01", "2025-12-01"


def test_a_provider_with_ten_answers_is_hidden_and_the_next_smallest_with_him():
    rows = by_provider((10, "A", 9, NOW), (40, "B", 9, NOW), (12, "C", 9, NOW))
    assert rows["A"] == ("A", "*", "*", "*", "*", None, None, None, None, None, "hidden")
    assert rows["C"][1:3] == ("*", "*")
    assert rows["B"][1:3] == (40, 1.0)


def test_the_score_stands_beside_with_its_own_answers_and_interval():
    """B recommends with 60/25/15: 45.0 (30.5 to 59.5). A's ten are hidden, and so are the next smallest, C's."""
    recommended = (("B", 60, 9), ("B", 25, 8), ("B", 15, 0), ("A", 10, 9), ("C", 12, 9))
    rows = surveys(
        *((count, {"provider": name, "measure": "recommend", "score": score}) for name, count, score in recommended),
        *((40, {"provider": name, "score": 9}) for name in "ABC"),
    )
    said = {row[0]: row for row in satisfaction_by(found(rows), "provider", "rating", 180).body}
    assert [round(each, 1) for each in said["B"][6:10]] == [100, 45.0, 30.5, 59.5]
    assert said["A"][6:10] == said["C"][6:10] == (None, None, None, None)


def test_eleven_are_shown_as_few():
    rows = by_provider((11, "A", 9, NOW), (40, "B", 9, NOW))
    assert (rows["A"][1], rows["A"][-1], rows["B"][-1]) == (11, "few answers", "")


def test_thirty_are_no_longer_few():
    """Press Ganey's least is 30: 29 are few, 30 are not."""
    rows = by_provider((29, "A", 9, NOW), (30, "B", 9, NOW))
    assert [(rows[name][1], rows[name][-1]) for name in "AB"] == [(29, "few answers"), (30, "")]


def test_a_fall_is_told_where_the_intervals_do_not_meet():
    """40 of 40 before: .9124 to 1. Now 32 of 40: .6524 to .8950, below it; 33 of 40: up to .9125, which meets it."""
    before = (40, "A", 9, BEFORE)
    fell = by_provider(before, (32, "A", 9, NOW), (8, "A", 5, NOW))["A"]
    stays = by_provider(before, (34, "A", 9, NOW), (6, "A", 5, NOW))["A"]
    rose = by_provider((40, "A", 5, BEFORE), (40, "A", 9, NOW))["A"]
    assert (fell[5], fell[-1], stays[-1], rose[-1]) == (1.0, "fallen", "", "risen")


def test_before_are_the_days_right_before():
    """180 days that end on 06/30 begin on 01/02; 01/01 is of those before."""
    rows = by_provider((11, "A", 9, "2026-01-02"), (20, "A", 5, "2026-01-01"))
    assert (rows["A"][1], rows["A"][5]) == (11, 0.0)


def test_by_month_measure_and_question():
    rows = surveys((12, {"score": 9, "answered": "2026-05-31"}), (13, {"score": 5, "answered": "2026-06-01"}),
                   (11, {"measure": "access", "answer": "Always", "question": "Soon?"}))  # fmt: skip
    months = satisfaction_by(found(rows), "month", "rating", 365)
    assert [(row[0], row[1], row[2]) for row in months.body] == [
        (date(2026, 5, 1), 12, 1.0), (date(2026, 6, 1), 13, 0.0),
    ]  # fmt: skip
    measures = satisfaction_by(found(rows), "measure", "rating", 365)
    assert [(row[0], row[1]) for row in measures.body] == [("rating", 25), ("access", 11)]
    assert satisfaction_by(found(rows), "question", "access", 365).body[0][:3] == ("Soon?", 11, 1.0)
    with pytest.raises(NoData):
        satisfaction_by(found(rows), "provider", "coordination", 365)


def comments(*texts):
    return surveys(*((count, {"measure": "comment", "answer": text}) for count, text in texts))


def said(rows, **tables):
    known = found(rows)
    return {row[0]: row[1:] for row in comment_themes(known, tables.get("themes"), 365).body}


def test_comments_are_counted_by_theme_and_small_themes_hidden():
    rows = comments((11, "I waited for an hour, and the bill was wrong."), (10, "So rude!"), (4, "Thank you."))
    found_themes = said(rows)
    assert found_themes["Waiting"] == (11, 11 / 25)
    assert found_themes["Bills and cost"] == (11, 11 / 25)
    assert found_themes["Courtesy"] == ("*", "*")
    assert found_themes["(none of these)"] == ("*", "*")
    assert found_themes["Front desk"] == (0, 0.0)
    assert not any("rude" in str(cell) for row in found_themes.values() for cell in row)


def test_whole_words_and_beginnings_of_words():
    themes = frame(COMMENT_THEMES, {"theme": "Bill", "words": "bill"}, {"theme": "Wait", "words": "wait*; *"})
    rows = comments((11, "billing"), (12, "the bill."), (13, "WAITING"))
    assert said(rows, themes=themes) == {"Wait": (13, 13 / 36), "Bill": (12, 12 / 36), "(none of these)": (11, 11 / 36)}


def test_ten_comments_tell_nothing():
    with pytest.raises(NoData, match="Fewer than 11 comments"):
        said(comments((10, "waited")))
