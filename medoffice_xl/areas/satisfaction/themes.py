"""What comments speak of, as counts alone: no word of a comment leaves its table."""

import re

import pandas as pd

from medoffice_xl.areas.satisfaction.answers import Answers
from medoffice_xl.areas.satisfaction.tables import COMMENT_THEMES
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.plain_name import plain_name
from medoffice_xl.published import published
from medoffice_xl.reports.small_cells import HIDDEN, SMALLEST_SHOWN

DEFINITION = Definition(
    "Comments by theme",
    "comments that hold a word of the theme ÷ comments; one may speak of several themes. Themes of fewer than 11 "
    "comments are hidden",
    "Comment themes, Surveys",
)
COLUMNS = (
    BreakdownColumn("Theme", Unit.TEXT),
    BreakdownColumn("Comments", Unit.COUNT),
    BreakdownColumn("Share", Unit.PERCENT),
)
NO_THEME = "(none of these)"


def comment_themes(found: Answers, themes: Frame | None, window: int) -> Breakdown:
    """Themes by how many comments of the days speak of them, most first. Raises NoData under 11 comments."""
    period = days_up_to(found.as_of, window)
    texts = found.comments_of(period)["answer"].str.casefold()
    texts = texts[texts.str.strip() != ""]
    least = found.limits.whole(SMALLEST_SHOWN)
    if len(texts) < least:
        raise NoData(f"Fewer than {least} comments from {period}: nothing is counted.")
    spoken = {name: texts.str.contains(pattern, regex=True) for name, pattern in _patterns(themes).items()}
    of_none = ~pd.DataFrame(spoken).any(axis=1) if spoken else pd.Series(True, texts.index)
    counts = {name: int(each.sum()) for name, each in spoken.items()}
    ranked = sorted(counts.items(), key=lambda each: (-each[1] if each[1] >= least else 0, each[0]))
    rows = [_row(name, count, len(texts), least) for name, count in (*ranked, (NO_THEME, int(of_none.sum())))]
    return Breakdown(COLUMNS, rows, DEFINITION, rows_used=len(texts))


def _row(name: str, count: int, whole: int, least: int) -> tuple[Value, ...]:
    if 0 < count < least:
        return name, HIDDEN, HIDDEN
    return name, count, count / whole


def _patterns(themes: Frame | None) -> dict[str, str]:
    rows = published(COMMENT_THEMES) if themes is None or not len(themes) else themes
    table = as_pandas(take(rows, COMMENT_THEMES, *COMMENT_THEMES.names), COMMENT_THEMES)
    found = {}
    for theme, words in zip(table["theme"], table["words"], strict=True):
        each = [_pattern(word) for word in words.split(";") if word.strip(" *")]
        if each:
            found[str(theme)] = rf"\b(?:{'|'.join(each)})"
    return found


def _pattern(word: str) -> str:
    """A word as it is looked for: whole, or with a star the beginning of one."""
    plain = plain_name(word)
    return re.escape(plain.rstrip("*")) + ("" if plain.endswith("*") else r"\b")
