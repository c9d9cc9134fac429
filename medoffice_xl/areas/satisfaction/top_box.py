"""Top box and net promoter score, of everybody or of one provider, hidden where few answered."""

import pandas as pd

from medoffice_xl.areas.satisfaction.answers import FEW, Answers
from medoffice_xl.areas.satisfaction.intervals import ADJUSTED_UNDER, Interval, score_interval, wilson
from medoffice_xl.areas.satisfaction.tables import COMMENT, MEASURES
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.reports.small_cells import SMALLEST_SHOWN

TOP_BOX = Definition(
    "Top box",
    "answers in the top box ÷ answers; of several questions the mean of their shares. Wilson's interval of 95%",
    "CG-CAHPS 3.1 (P4QM 0005); Wilson 1927; Newcombe 1998",
)
NPS = Definition(
    "Net promoter score",
    f"(promoters, 9 and 10, − detractors, 0 to 6) ÷ answers, in points; interval of 95%, under {ADJUSTED_UNDER} "
    "answers the adjusted one",
    "Reichheld 2003; standard error as of a difference of two shares",
)
FEW_ANSWERS, TOO_FEW = "few answers", "hidden"


def top_box(found: Answers, measure: str, provider: str, window: int) -> Measure:
    """Share of the best answers to the questions of one measure. Raises NoData under 11 answers."""
    period = days_up_to(found.as_of, window)
    asked = of_provider(of_measure(found.of(period), measure), provider, found)
    count = people(asked)
    least(count, found.limits, period)
    interval = share_of(asked)
    questions = asked["question"].nunique()
    parts = [
        Part("Answers", count, Unit.COUNT),
        Part("Questions", questions, Unit.COUNT),
        Part("Low", interval.low, Unit.PERCENT),
        Part("High", interval.high, Unit.PERCENT),
        *_span(period),
    ]
    notes = few(count, found.limits)
    if questions > 1:
        notes.append("Of several questions: the interval is that of one question that everybody answered, or wider.")
    return Measure(interval.value, Unit.PERCENT, TOP_BOX, parts, count, found.left_out, notes)


def net_promoter_score(found: Answers, provider: str, window: int) -> Measure:
    """The score in points, −100 to 100. Raises NoData under 11 answers."""
    period = days_up_to(found.as_of, window)
    asked = of_provider(recommending(found.of(period)), provider, found)
    count = people(asked)
    least(count, found.limits, period)
    interval = score_of(asked)
    parts = [
        Part("Answers", count, Unit.COUNT),
        Part("Low", 100 * interval.low, Unit.POINTS),
        Part("High", 100 * interval.high, Unit.POINTS),
        *_span(period),
    ]
    return Measure(100 * interval.value, Unit.POINTS, NPS, parts, count, found.left_out, few(count, found.limits))


def share_of(asked: pd.DataFrame) -> Interval:
    """The mean of the questions' shares, with the interval for so many people."""
    shares = asked.groupby("question")["top"].mean()
    return wilson(float(shares.mean()), people(asked))


def score_of(asked: pd.DataFrame) -> Interval:
    """The score of answers to the question of recommending."""
    signs = asked["recommends"]
    return score_interval(int((signs == 1).sum()), int((signs == 0).sum()), int((signs == -1).sum()))


def recommending(rows: pd.DataFrame) -> pd.DataFrame:
    """Answers to the question of recommending, one a response."""
    asked = rows[rows["recommends"].notna()]
    return asked.drop_duplicates("response")


def people(asked: pd.DataFrame) -> int:
    """How many responses the answers are of."""
    return int(asked["response"].nunique())


def of_measure(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The answers to the questions of a measure; raises BadArgument for none of them."""
    plain = measure.strip().casefold()
    if plain not in MEASURES or plain == COMMENT:
        known = ", ".join(each for each in MEASURES if each != COMMENT)
        raise BadArgument(f"“{measure}” is no measure of surveys; choose {known}.")
    return rows[rows["measure"] == plain]


def of_provider(rows: pd.DataFrame, provider: str, every: Answers) -> pd.DataFrame:
    """The answers about one provider, all for no name; raises BadArgument for one whom nobody was ever asked about."""
    if not provider.strip():
        return rows
    wanted = provider.strip().casefold()
    known = {str(name).strip() for name in every.rows["provider"]}
    if wanted not in {name.casefold() for name in known}:
        near = did_you_mean(provider, known, 3)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise BadArgument(f"No answer is about “{provider}”.{hint}")
    return rows[rows["provider"].str.strip().str.casefold() == wanted]


def least(count: int, limits: InForce, period: Period) -> None:
    """Raise NoData where there are too few answers to show a figure of them."""
    limit = limits.whole(SMALLEST_SHOWN)
    if count < limit:
        raise NoData(f"Fewer than {limit} answers from {period}: nothing is shown of them.")


def few(count: int, limits: InForce) -> list[str]:
    """A remark where there are few answers."""
    return [f"{FEW_ANSWERS.capitalize()}: {count:,}."] if count < limits.whole(FEW) else []


def _span(period: Period) -> list[Part]:
    return [*period.parts]
