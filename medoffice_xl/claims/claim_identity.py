"""Which answers are to one claim.

The practice's own number (CLP01) is not always a claim's: it may be a patient's account, shared by all his visits, or 0
where the payer did not know it. And one claim may be answered over several checks, under several numbers of the payer
(CLP07). So answers under one number of the practice are one claim where something ties them together: the payer's
number, the number of the claim they replace (REF*F8), a day of service in common, or line numbers that do not meet.
Answers under the number 0 are tied by the payer's numbers alone.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.row_keys import Ints, combine, numbered

NOBODYS = ("", "0")
"""What stands in CLP01 where the payer knew no number."""

MOST_LINES = 50
"""Service lines that a professional claim can have (837P, loop 2400); they are numbered from 1."""

NO_DAY = np.iinfo("int64").min


@dataclass(slots=True)
class _Answer:
    """What one payer answered under one of its claim numbers, or in one claim without a number: what may tie it."""

    rows: list[int] = field(default_factory=list)
    ties: set[Hashable] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)


def claim_of_answers(remits: pd.DataFrame, adjudication: Ints) -> Ints:
    """A number for each remitted line, alike for the lines of one claim; `adjudication` is alike for one CLP."""
    own, names = pd.factorize(remits["claim_id"])
    claim = own.astype("int64")
    payer, number = (pd.factorize(remits[name])[0].astype("int64") for name in ("payer", "payer_claim_no"))
    day = days_of(remits["dos"])
    nobodys = np.isin(claim, np.flatnonzero(np.isin(names, NOBODYS)))
    doubtful = np.flatnonzero(nobodys | (_several(claim, combine(payer, number)) & _several(claim, day)))
    if not doubtful.size:
        return claim
    claim[doubtful] = len(names) + _taken_apart(remits.iloc[doubtful], claim[doubtful], adjudication[doubtful])
    return numbered(claim)[0]


def days_of(column: "pd.Series[pd.Timestamp]") -> Ints:
    """Days since 1970; NO_DAY where there is none."""
    days: Ints = column.to_numpy().astype("datetime64[D]").astype("int64")
    return days


def _several(claim: Ints, key: Ints) -> npt.NDArray[np.bool_]:
    """Whether the claim of each row has more than one key."""
    lowest, highest = pd.Series(key).groupby(claim).min(), pd.Series(key).groupby(claim).max()
    several: npt.NDArray[np.bool_] = (lowest != highest).to_numpy()[claim]
    return several


def _taken_apart(remits: pd.DataFrame, own: Ints, adjudication: Ints) -> Ints:
    """The claims among lines whose own number may stand for several claims."""
    found, count = np.zeros(len(remits), dtype="int64"), 0
    for answers in _answers(remits, own, adjudication).values():
        for together in _tied(answers):
            for answer in together:
                found[answer.rows] = count
            count += 1
    return found


def _answers(remits: pd.DataFrame, own: Ints, adjudication: Ints) -> dict[int, list[_Answer]]:
    """The answers by the practice's own number."""
    found: dict[int, dict[Hashable, _Answer]] = defaultdict(lambda: defaultdict(_Answer))
    names = ("claim_id", "payer", "payer_claim_no", "original_ref", "line_control")
    texts = zip(*(remits[name] for name in names), strict=True)
    whens = zip(own.tolist(), adjudication.tolist(), days_of(remits["dos"]).tolist(), strict=True)
    for row, ((claim, once, day), (name, payer, number, replaces, line)) in enumerate(zip(whens, texts, strict=True)):
        answer = found[claim][payer, number or once]
        answer.rows.append(row)
        answer.ties |= {(payer, text) for text in (number, replaces) if text}
        if name in NOBODYS:
            continue
        answer.lines.add(line)
        if day != NO_DAY:
            answer.days.add(day)
            answer.ties.add(day)
    return {claim: list(answers.values()) for claim, answers in found.items()}


def _tied(answers: list[_Answer]) -> list[list[_Answer]]:
    """The answers, those of one claim together."""
    claims = _sharing_a_tie(answers)
    numbered_lines = [claim for claim in claims if _of_a_claim(_lines(claim))]
    for one, other in combinations(numbered_lines, 2):
        if one and _lines(one).isdisjoint(_lines(other)):
            other.extend(one)
            one.clear()
    claims = [claim for claim in claims if claim]
    dated = [claim for claim in claims if any(answer.days for answer in claim)]
    return [answers] if len(dated) == 1 else claims


def _sharing_a_tie(answers: list[_Answer]) -> list[list[_Answer]]:
    """Answers together that have a tie in common, or are linked by others that do."""
    claim_of: dict[Hashable, list[_Answer]] = {}
    claims: dict[int, list[_Answer]] = {}
    for answer in answers:
        met = {id(claim_of[tie]): claim_of[tie] for tie in answer.ties if tie in claim_of}
        claim = [answer]
        for earlier in met.values():
            claim += claims.pop(id(earlier))
        claims[id(claim)] = claim
        claim_of.update((tie, claim) for each in claim for tie in each.ties)
    return list(claims.values())


def _lines(claim: list[_Answer]) -> set[str]:
    return set().union(*(answer.lines for answer in claim))


def _of_a_claim(lines: set[str]) -> bool:
    """Whether these are line numbers within a claim: two visits would both begin with line 1."""
    return bool(lines) and all(line.isdecimal() and 1 <= int(line) <= MOST_LINES for line in lines)
