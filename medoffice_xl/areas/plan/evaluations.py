"""Evaluations: candidates for software, hardware or services, by their scores and the weights of the criteria."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from medoffice_xl.areas.plan.tables import CHOSEN, EVALUATIONS
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

DEFINITION = Definition(
    "Evaluation",
    "score = Σ weight × points ÷ Σ weight, over the criteria of the evaluation; a candidate that is not judged by all "
    "of them has none. Rank 1 is the highest score; equal scores share a rank",
    "Weighted scoring, textbook",
)
COLUMNS = (
    BreakdownColumn("Evaluation", Unit.TEXT),
    BreakdownColumn("Option", Unit.TEXT),
    BreakdownColumn("Score", Unit.RATIO),
    BreakdownColumn("Rank", Unit.COUNT),
    BreakdownColumn("Judged by", Unit.COUNT),
    BreakdownColumn("Criteria", Unit.COUNT),
    BreakdownColumn("Decision", Unit.TEXT),
)
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate. `score` is None where a criterion of its evaluation has no points."""

    topic: str
    name: str
    score: Fraction | None
    judged: int
    criteria: int
    decision: str
    rank: int | None = None


def evaluation(evaluations: Frame, as_of: date) -> Breakdown:
    """Every candidate with its score and rank, evaluation by evaluation. Raises NoData where nothing is evaluated."""
    found = candidates(evaluations, as_of)
    if not found:
        raise NoData("Nothing is evaluated: type candidates and criteria on the sheet Evaluations.")
    return Breakdown(
        columns=COLUMNS,
        body=[
            (
                each.topic,
                each.name,
                None if each.score is None else float(each.score),
                each.rank,
                each.judged,
                each.criteria,
                each.decision or OPEN,
            )
            for each in found
        ],
        definition=DEFINITION,
        parts=[Part("Evaluations", len({each.topic for each in found}), Unit.COUNT)],
        rows_used=len(found),
    )


def candidates(evaluations: Frame, as_of: date) -> list[Candidate]:
    """The candidates of every evaluation, best score first; a decision of a later day is not known yet."""
    rows = fetch(
        take(evaluations, EVALUATIONS, "topic", "candidate", "criterion", "weight", "score", "decision", "decided")
    )
    weights: dict[str, dict[str, Fraction]] = defaultdict(dict)
    points: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    decided: dict[tuple[str, str], str] = {}
    for row in rows:
        key = row["topic"], row["candidate"]
        weights[row["topic"]].setdefault(row["criterion"].casefold(), Fraction(str(row["weight"] or 0)))
        held = points[key]
        if row["score"] is not None:
            held[row["criterion"].casefold()] = Fraction(str(row["score"]))
        if row["decision"] and (row["decided"] is None or row["decided"] <= as_of):
            decided[key] = row["decision"]
    found = [
        Candidate(
            topic, name, _score(weights[topic], held), len(held), len(weights[topic]), decided.get((topic, name), "")
        )
        for (topic, name), held in points.items()
    ]
    return _ranked(found)


def undecided(evaluations: Frame, as_of: date) -> list[Candidate]:
    """The best candidate of each evaluation of which every candidate is judged and none is chosen."""
    by_topic: dict[str, list[Candidate]] = defaultdict(list)
    for each in candidates(evaluations, as_of):
        by_topic[each.topic].append(each)
    return [
        found[0]
        for found in by_topic.values()
        if all(each.score is not None for each in found) and not any(each.decision == CHOSEN for each in found)
    ]


def _score(weights: dict[str, Fraction], points: dict[str, Fraction]) -> Fraction | None:
    whole = sum(weights.values(), Fraction(0))
    if whole <= 0 or weights.keys() != points.keys():
        return None
    return sum((weight * points[name] for name, weight in weights.items()), Fraction(0)) / whole


def _ranked(found: list[Candidate]) -> list[Candidate]:
    ordered = sorted(found, key=lambda each: (each.topic, each.score is None, -(each.score or 0), each.name))
    return [
        each
        if each.score is None
        else Candidate(
            each.topic, each.name, each.score, each.judged, each.criteria, each.decision,
            1 + sum(o.topic == each.topic and o.score is not None and o.score > each.score for o in found),
        )
        for each in ordered
    ]  # fmt: skip
