"""Cells that hold more than one thing: a procedure code with its modifiers, a word before it, words after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems

_CODE = re.compile(
    r"(?i)^[\s'(\[]*(?:(?:(?:cpt|hcpcs)[ -]?[4i]*\s*[:#-]?|(?:hc|ad)\s*[:|*^>])\s*)?"
    r"([A-Z]\d{4}|\d{4}[A-Z0-9])(?![A-Za-z0-9])(.*)$"
)
"""A procedure code has five signs, four of them figures; its system's name, as words or as a remittance qualifies it,
may stand before it, and the whole in brackets.
"""

_TOKEN = re.compile(r"[A-Za-z0-9]+")
_TWO = re.compile(r"(?i)[A-Z0-9]{2}")
_CHUNKS = re.compile(r"(?i)(?:[A-Z0-9]{2}){2,4}")
_WITH_FIGURE = re.compile(r"\d")

_NO_MODIFIER = frozenset({"NONE", "NULL", "NA", "N", "NAN", "0", "00"})
"""What systems write where there is no modifier."""

_MODIFIERS_OF_LETTERS = """
LT RT TC GT GA GY GZ GN GO GP GC GW GV KX QW AS JW JZ XE XP XS XU CR CS SA FS FQ PT AI HO HN TA FA NU RR UE AA QK QX QY
QZ SG EP
"""
_LETTERS = frozenset(_MODIFIERS_OF_LETTERS.split())
"""Modifiers of letters alone that are told from the beginning of a description."""


@dataclass(frozen=True, slots=True)
class Parted:
    """What a cell of codes holds: the code, its modifiers, and whether words stood beside them."""

    code: str
    modifiers: tuple[str, ...] = ()
    words: bool = False


def part_code(cell: str) -> Parted:
    """A code cell taken apart. What is not a code of five signs, with what belongs to it, stays as it is.

    >>> part_code("g0439-25 59"), part_code("CPT G0439: visit").code, part_code("J0000-J9999").code
    (Parted(code='G0439', modifiers=('25', '59'), words=False), 'G0439', 'J0000-J9999')
    """
    found = _CODE.match(cell)
    if found is None:
        return Parted(cell.upper())
    tokens = _TOKEN.findall(found[2])
    if any(len(token) > 2 and _WITH_FIGURE.search(token) for token in tokens):
        return Parted(cell.upper())
    modifiers, words = _leading_modifiers(tokens)
    return Parted(found[1].upper(), modifiers, words)


def part_modifiers(cell: str) -> Parted:
    """A cell of modifiers taken apart: `25 59`, `25,59`, `25:59` and `2559` are the same two; words after them go.

    >>> part_modifiers("2559").modifiers, part_modifiers("25 - Sig sep E/M").modifiers, part_modifiers("None").modifiers
    (('25', '59'), ('25',), ())
    """
    tokens = [token.upper() for token in _TOKEN.findall(cell)]
    if not tokens or all(token in _NO_MODIFIER for token in tokens):
        return Parted("")
    if all(_TWO.fullmatch(token) or _runs_together(token) for token in tokens):
        found = [token[at : at + 2] for token in tokens for at in range(0, len(token), 2)]
        return Parted("", tuple(mod for mod in found if mod not in _NO_MODIFIER))
    modifiers, words = _leading_modifiers(tokens)
    return Parted("", modifiers, words)


def _runs_together(token: str) -> bool:
    return _CHUNKS.fullmatch(token) is not None and _WITH_FIGURE.search(token) is not None


def _leading_modifiers(tokens: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The modifiers before the first word, and whether there are words.

    Two letters may begin a description (“IV push”): among words, only those that are known are modifiers.
    """
    bare = all(_TWO.fullmatch(token) for token in tokens)
    modifiers: list[str] = []
    for token in tokens:
        sure = _WITH_FIGURE.search(token) or token.upper() in _LETTERS
        if not _TWO.fullmatch(token) or not (bare or sure):
            break
        modifiers.append(token.upper())
    return tuple(modifiers), len(modifiers) < len(tokens)


def modifiers_in_codes(
    file: str, rows: pd.DataFrame, modifiers: Sequence[str], lines: "pd.Series[int]", heading: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """Codes with modifiers or words beside them as code and modifiers, in capitals; what was parted is noted.

    `modifiers` are the columns of modifiers; those found go before the row's own, all of them into the first.
    """
    parted = {cell: part_code(cell) for cell in rows["code"].unique()}
    both = [cell for cell, each in parted.items() if each.modifiers]
    wordy = [cell for cell, each in parted.items() if each.words]
    told = rows.assign(code=rows["code"].map({cell: each.code for cell, each in parted.items()}).astype("str"))
    notes: list[Problem] = []
    if both:
        hit = rows["code"].isin(both)
        first = modifiers[0]
        found = rows.loc[hit, "code"].map({cell: " ".join(parted[cell].modifiers) for cell in both})
        own = rows.loc[hit, first]
        told.loc[hit, first] = [
            " ".join(dict.fromkeys([*these.split(), *theirs.split()])) for these, theirs in zip(found, own, strict=True)
        ]
        notes += row_problems(
            Severity.NOTE,
            "The code and its modifier stand in one cell; they were taken in as two.",
            "Nothing to do, if that is right.",
            file,
            [(int(lines[row]), f"{parted[cell].code} {' '.join(parted[cell].modifiers)}") for row, cell in
             zip(rows.index[hit], rows.loc[hit, "code"], strict=True)],
            heading,
        )  # fmt: skip
    if wordy:
        hit = rows["code"].isin(wordy)
        notes.append(
            Problem(
                Severity.NOTE,
                f"Words stand beside the code in {int(hit.sum()):,} rows; the code was taken in without them.",
                "Nothing to do.",
                file,
                int(lines[hit].iloc[0]),
                heading,
            )
        )
    return told, notes
