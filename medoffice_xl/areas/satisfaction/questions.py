"""What a question of a survey is about, and on which scale it is answered."""

import re
from collections.abc import Sequence

from medoffice_xl.areas.satisfaction.tables import (
    ACCESS,
    ANSWER_WORDS,
    COMMENT,
    COMMUNICATION,
    COORDINATION,
    RATING,
    RECOMMEND,
    STAFF,
)
from medoffice_xl.plain_name import plain_name
from medoffice_xl.published import published

OTHER = "other"

OF_3_0 = {
    6: ACCESS, 8: ACCESS, 10: ACCESS, 11: COMMUNICATION, 12: COMMUNICATION, 14: COMMUNICATION, 15: COMMUNICATION,
    13: COORDINATION, 17: COORDINATION, 20: COORDINATION, 18: RATING, 21: STAFF, 22: STAFF,
}  # fmt: skip
"""The measures of the numbered questions of CG-CAHPS 3.0, adult; all others of it are no measure."""

_WORDS = (
    (COMMENT, r"comment|tell us|suggest|what (?:could|can|did|would)|why |anything else|in your own words|"
     r"reason for your (?:score|rating)|improve"),
    (RECOMMEND, r"recommend"),
    (RATING, r"rate (?:this |your |the )?(?:provider|doctor|visit|practice|office|experience)|overall|"
     r"0 to 10|number from 0"),
    (STAFF, r"clerk|receptionist|office staff|front desk|our staff|courte"),
    (ACCESS, r"appointment|as soon as|same day|get through|wait|after hours|on time|phone"),
    (COORDINATION, r"test result|follow up|follow-up|medicines|medications|medical history|specialist|coordinat"),
    (COMMUNICATION, r"explain|listen|respect|enough time|understand"),
)  # fmt: skip
_PATTERNS = tuple((measure, re.compile(words, re.IGNORECASE)) for measure, words in _WORDS)
_LEADING = re.compile(r"(\d{1,2})(?:\.0+)?(?:[^\d.].*)?", re.DOTALL)

_NEARLY_ALL = 0.8
_KNOWN = frozenset(plain_name(word) for word in published(ANSWER_WORDS)["word"])


def measure_of(heading: str) -> str:
    """What a question is about, by its words.

    >>> measure_of("How likely are you to recommend us?"), measure_of("Did the provider listen carefully?")
    ('recommend', 'communication')
    """
    return next((measure for measure, pattern in _PATTERNS if pattern.search(heading)), OTHER)


def score_of(answer: str) -> float | None:
    """The number of an answer such as 9 or 5 - Very satisfied; None where it begins with none.

    >>> score_of("10 (Extremely likely)"), score_of("Always")
    (10.0, None)
    """
    found = _LEADING.fullmatch(answer)
    return float(found[1]) if found and int(found[1]) <= 10 else None


def is_known(answer: str) -> bool:
    """Whether the words of an answer are among those that come with the package."""
    return " ".join(answer.casefold().replace("’", "'").split()) in _KNOWN


def is_scale(said: Sequence[str]) -> bool:
    """Whether nearly all of these answers are numbers from 0 to 10 or known words: a scale, and no free text."""
    fitting = sum(score_of(answer) is not None or is_known(answer) for answer in said)
    return bool(said) and fitting / len(said) >= _NEARLY_ALL


def scale_of(measure: str, scores: Sequence[float], of_cahps: bool) -> int:
    """The highest number that could be given: 10 for recommending and rating, 4 for CG-CAHPS's words as numbers."""
    if measure in (RECOMMEND, RATING) or max(scores, default=0) > 5:
        return 10
    return 4 if of_cahps else 5
