"""What stands above the headings, in the sheet's name and in the file's: from when the rates are, and whose."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from medoffice_xl.readers.fee_schedule.rate_columns import PLAN_WORDS, PLANS
from medoffice_xl.readers.said_days import Period, said_period
from medoffice_xl.readers.sheets import Cell

_IN_FORCE = re.compile(
    r"(?i)\b(effective|eff|in force|valid|dates? of service|services? (?:provided|rendered|on)|dos|begin\w*|start\w*|"
    r"period|rates?|fees?|allowances?|reimbursement)\b"
)
_NOT_IN_FORCE = re.compile(
    r"(?i)\b(?:revis\w+|updat\w+|print\w*|generat\w+|publish\w*|posted|created|report (?:date|run)|run (?:date|on)|"
    r"download\w*|version|copyright|issued|prepared|last (?:modified|changed)|as of today)\b|©"
)
_PARTS = re.compile(rf"[;()|]|\.\s+(?=[A-Z])|,?\s+(?={_NOT_IN_FORCE.pattern.removeprefix('(?i)')})", re.IGNORECASE)
_PAYER = re.compile(
    r"(?i)^\s*(payer|payor|carrier|health plan|insurance(?: company)?|insurer)(?: name)?\s*[:=]\s*(.*)$"
)
_PLAN = re.compile(r"(?i)^\s*(plan|product|network|line of business|lob)(?: name)?\s*[:=]\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Title:
    """What the title says; empty and None where it says nothing, or several things.

    `kind` is the kind of plan that the sheet's name or a row of the title names among other words.
    """

    payer: str = ""
    plan: str = ""
    period: Period | None = None
    kind: str = ""


def title_of(rows: Sequence[Sequence[Cell]], sheet: str = "", file: str = "") -> Title:
    """The title in the rows above the headings, else in the sheet's name, else in the file's.

    Days when something was printed or revised are not days when rates are in force. A file's name counts where it
    says so.
    """
    lines = [[" ".join(str(cell).split()) for cell in row if cell is not None and str(cell).strip()] for row in rows]
    texts = [" ".join(line) for line in lines if line]
    named = PurePath(file).stem.replace("_", " ")
    places = (texts, [f"rates {sheet}"], [named] if "eff" in named.casefold() else [])
    periods = next(filter(None, map(_periods, places)), set())
    period = periods.pop() if len(periods) == 1 else None
    return Title(_labelled(_PAYER, lines), _labelled(_PLAN, lines), period, _kind([sheet]) or _kind(texts))


def by_kinds(titles: Sequence[Title]) -> list[Title]:
    """The titles with their kinds of plan for plans, where sheets are told apart by them."""
    kinds = {title.kind for title in titles}
    if len(kinds) < 2 or "" in kinds or any(title.plan for title in titles):
        return list(titles)
    return [replace(title, plan=title.kind) for title in titles]


def _kind(texts: Iterable[str]) -> str:
    """The one kind of plan that is named; empty where there is none, or several."""
    named = {word for text in texts for word in PLAN_WORDS.findall(text) if word.casefold().split()[-1] in PLANS}
    return named.pop() if len(named) == 1 else ""


def _periods(texts: Iterable[str]) -> set[Period]:
    """The periods that texts give for when rates are in force; a year alone counts where nothing more exact is said."""
    exact: set[Period] = set()
    years: set[Period] = set()
    for part in (part for text in texts for part in _PARTS.split(text)):
        said = said_period(part)
        if said is None or _NOT_IN_FORCE.search(said.rest):
            continue
        if _IN_FORCE.search(said.rest) or (said.period.last and not said.rest):
            (years if said.year_alone else exact).add(said.period)
    return exact or years


def _labelled(label: re.Pattern[str], lines: Iterable[Sequence[str]]) -> str:
    """What follows a label, in its cell or in the next one."""
    for line in lines:
        for place, cell in enumerate(line):
            found = label.match(cell)
            if found:
                return found[2].strip() or (line[place + 1] if place + 1 < len(line) else "")
            bare = label.match(f"{cell}:")
            if bare and len(line) == 2 and place == 0:
                return line[1]
    return ""
