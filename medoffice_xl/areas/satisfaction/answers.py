"""Answers to surveys as figures take them: in the top box or not, promoter or not, as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.areas.satisfaction.tables import ANSWER_WORDS, COMMENT, NOT_APPLICABLE, RECOMMEND, SURVEYS, TOP
from medoffice_xl.contracts.thresholds import InForce, Thresholds
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import LeftOut
from medoffice_xl.published import published
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import THRESHOLDS, empty_frame
from medoffice_xl.tables.thresholds import Threshold

TOP_OF_10 = Threshold(
    "Survey: top box of ten from", "9", "score",
    "On a scale to 10 such answers are in the top box, and promoters.",
    "CG-CAHPS: 9 and 10; Reichheld 2003: promoters",
)  # fmt: skip
TOP_OF_5 = Threshold(
    "Survey: top box of five from", "5", "score", "On a scale to 5 such answers are in the top box.",
    "Press Ganey: top box",
)  # fmt: skip
TOP_OF_4 = Threshold(
    "Survey: top box of four from", "4", "score", "On a scale to 4 such answers are in the top box.",
    "CG-CAHPS: Always",
)  # fmt: skip
PASSIVE = Threshold(
    "Survey: passive from", "7", "score", "Who recommends with such a number is no detractor.",
    "Reichheld 2003",
)  # fmt: skip
FEW = Threshold(
    "Survey: few answers under", "30", "people", "With fewer answers a figure is marked “few answers”.",
    "Press Ganey's minimum, called too few (Emergency Physicians Monthly)",
)  # fmt: skip
_TOPS = {10: TOP_OF_10, 5: TOP_OF_5, 4: TOP_OF_4}


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Answers:
    """The answers of questions with a scale by the day, each with `top` (0 or 1) and `recommends` (1, 0, −1).

    `comments` are the free texts; `unknown` counts answers whose words nobody knows, `none` those that do not apply.
    """

    rows: pd.DataFrame
    comments: pd.DataFrame
    unknown: int
    none: int
    as_of: date
    limits: InForce

    def of(self, period: Period) -> pd.DataFrame:
        """The answers of the period."""
        return _within(self.rows, period)

    def comments_of(self, period: Period) -> pd.DataFrame:
        """The comments of the period."""
        return _within(self.comments, period)

    @property
    def left_out(self) -> list[LeftOut]:
        """Answers that count for nothing."""
        found = ((self.none, "answers “not applicable”"), (self.unknown, "answers whose words are not on Answer words"))
        return [LeftOut(why, count) for count, why in found if count]


_NO_THRESHOLDS = unchanging(empty_frame(THRESHOLDS))


def answers(tables: Tables, as_of: date) -> Answers:
    """The answers of the table Surveys that were given by the day, judged by Answer words and Thresholds."""
    words, thresholds = tables.get("answer_words"), tables.get("thresholds")
    words = unchanging(published(ANSWER_WORDS)) if words is None or not len(words) else words
    return remembered(
        _answers, tables["surveys"], words, _NO_THRESHOLDS if thresholds is None else thresholds, asked=(as_of,)
    )


def _answers(surveys: Frame, words: Frame, thresholds: pd.DataFrame, as_of: date) -> Answers:
    judged = Thresholds(thresholds).on(as_of)
    rows = remembered(_with_boxes, surveys, words)
    rows = rows[rows["answered"] <= pd.Timestamp(as_of)].drop_duplicates(["response", "question"])
    is_comment = rows["measure"] == COMMENT
    asked, box = rows[~is_comment].drop(columns="box"), rows["box"][~is_comment]
    scored = asked["score"].notna()
    top = pd.Series(float("nan"), asked.index).where(~scored, _top_scores(asked, judged))
    top = top.where(scored | ~box.isin([TOP, "other"]), (box == TOP).astype("float64"))
    none = ~scored & (box == NOT_APPLICABLE)
    comments = rows[is_comment].drop(columns="box").reset_index(drop=True)
    known = asked.assign(top=top, recommends=_recommends(asked, judged))[top.notna()]
    unknown = int((top.isna() & ~none & ((asked["answer"] != "") | scored)).sum())
    return unchanging(
        Answers(
            known.reset_index(drop=True), comments, unknown, int(none.sum()), as_of, judged
        )
    )  # fmt: skip


def _with_boxes(surveys: Frame, words: Frame) -> pd.DataFrame:
    """The rows with the `box` that their answers' words are in; missing where nobody knows them."""
    rows = as_pandas(take(surveys, SURVEYS, *SURVEYS.counted), SURVEYS)
    boxes, asked = _boxes(words), rows["answer"].where(rows["measure"] != COMMENT, "")
    return rows.assign(box=asked.map({text: boxes.get(_plain(text)) for text in asked.unique()}))


def _top_scores(asked: pd.DataFrame, limits: InForce) -> "pd.Series[float]":
    """1 where a number is in the top box of its scale; missing where the scale is none that is known."""
    least = asked["scale"].map({scale: float(limits.exact(top)) for scale, top in _TOPS.items()}).astype("float64")
    return (asked["score"] >= least).astype("float64").where(least.notna())


def _recommends(asked: pd.DataFrame, limits: InForce) -> "pd.Series[float]":
    """1 for a promoter, 0 for a passive, −1 for a detractor; missing where the question is another."""
    promoter, passive = float(limits.exact(TOP_OF_10)), float(limits.exact(PASSIVE))
    sign = (asked["score"] >= promoter).astype("float64") - (asked["score"] < passive).astype("float64")
    return sign.where((asked["measure"] == RECOMMEND) & asked["score"].notna() & (asked["scale"] == 10))


def _boxes(words: Frame) -> Mapping[str, str]:
    rows = as_pandas(take(words, ANSWER_WORDS, *ANSWER_WORDS.names), ANSWER_WORDS)
    return dict(zip(map(_plain, rows["word"]), rows["box"], strict=True))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _within(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    day = rows["answered"]
    return rows[(day >= pd.Timestamp(period.first)) & (day <= pd.Timestamp(period.last))]
