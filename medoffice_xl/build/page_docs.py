"""docs/pages.md, from the pages' declarations: what each is for, shows and is made of, and what waits because of it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import udfs  # noqa: F401  (registers the cell functions)
from medoffice_xl.areas import every
from medoffice_xl.build.pages.dashboard import PAGE as DASHBOARD
from medoffice_xl.build.pages.home import PAGE as HOME
from medoffice_xl.build.pages.settings import PAGE as SETTINGS
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.pages.blocks import Block, Board, Cards, Figures, InputLine, InputTable, Listing
from medoffice_xl.pages.page import Page, every_block
from medoffice_xl.pages.to_do import ToDo

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
"""Of a checkout, where the docs are made; `make pictures` puts one there for each page."""

_CALL = re.compile(r"\b([A-Z][A-Z_]+)\(")
_BEGINNING = (
    "Every page of the workbook, by the duty that it serves. The picture shows it for the invented practice "
    "(`medoffice demo`). What a figure is, to the letter, stands in [all functions](functions.md)."
)
_TO_SET = "The few things that every figure follows: the day, the practice's name."
_HOUSE = (
    ("Home", "What to do first, and the way to every page and sheet.", (HOME,)),
    ("Dashboard", "The practice on one page: where it stands, and how that changed.", (DASHBOARD,)),
)


def pages_page(made_by: str) -> str:
    """One section a duty, one entry a page."""
    lines = [made_by, "", "# The pages", "", _BEGINNING]
    for title, duty, pages in _HOUSE:
        lines += _section(title, duty, pages, ())
    for area in every():
        if area.pages:
            lines += _section(area.title, area.duty, area.pages, area.to_do)
    lines += _section("Settings", _TO_SET, (SETTINGS,), ())
    return "\n".join(lines) + "\n"


def picture_of(page: Page) -> str:
    """The name of a page's picture."""
    return page.name.lower().replace(" ", "-")


def _section(title: str, duty: str, pages: Sequence[Page], to_do: Sequence[ToDo]) -> Iterator[str]:
    yield from ("", f"## {title}", "", duty)
    for page in pages:
        yield from _page(page, [one for one in to_do if one.sheet == page.name])


def _page(page: Page, to_do: Sequence[ToDo]) -> Iterator[str]:
    yield from ("", f"### {page.title}", "", f"Sheet *{page.name}*.")
    if (PICTURES / f"{picture_of(page)}.png").exists():
        yield from ("", f"![The page {page.name} of the invented practice](pictures/{picture_of(page)}.png)")
    if page.key:
        yield from ("", f"**At a glance**, on Home: {page.key.words}.")
    yield from _told("You choose", _inputs(page.blocks))
    yield from _told("It answers", _answers(page.blocks))
    yield from _said("How to read it", page.reading)
    yield from _told("What its numbers are", _functions(page))
    yield from _said("What to do next", page.then)
    yield from _told("What of it waits on Home", [f"{one.words}: {one.advice}" for one in to_do])


def _said(heading: str, words: str) -> Iterator[str]:
    if words:
        yield from ("", f"**{heading}**: {words}")


def _told(heading: str, what: Sequence[str]) -> Iterator[str]:
    if what:
        yield from ("", f"**{heading}**:", "")
        yield from (f"- {one}" for one in what)


def _inputs(blocks: Sequence[Block]) -> list[str]:
    found = [block for block in every_block(blocks) if isinstance(block, InputLine | InputTable)]
    return [
        f"{each.label}{f': {each.explanation}' if each.explanation else ''}" for block in found for each in block.inputs
    ]


def _answers(blocks: Sequence[Block]) -> list[str]:
    """What its figures are called, a block a line, and what its lists are headed."""
    lines: list[str] = []
    for block in every_block(blocks):
        if isinstance(block, Cards | Figures | Board):
            lines.append(", ".join(each.label for each in block.figures))
        elif isinstance(block, Listing):
            title = block.title if isinstance(block.title, str) else ""
            columns = ", ".join(each.heading or each.name for each in block.fields)
            lines.append(f"{title}: {columns}" if title else columns)
    return [line for line in lines if line]


def _functions(page: Page) -> list[str]:
    """The functions that its formulas call, each with its first line."""
    called = [name for name in dict.fromkeys(_CALL.findall(repr(page))) if name in CATALOGUE]
    return [f"[`{name}`](functions.md#{name.lower()}): {CATALOGUE[name].summary}" for name in called]
