"""The workbook's pages as they are declared."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import medoffice_xl.areas
import medoffice_xl.build
from medoffice_xl.build.pages import pages, placed
from medoffice_xl.pages.blocks import Listing, Spill
from medoffice_xl.pages.page import Page, every_block

ADDRESS = re.compile(r"(?<![\w.&])(?!ZIP3\b)\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\w(.])")
"""A cell, and no word that only looks like one."""

OF_PERSONNEL = "medoffice_xl.build.personnel"
"""The first sheet of a workbook of its own."""


def _modules(room: ModuleType) -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.walk_packages(room.__path__, f"{room.__name__}.")


def page_modules() -> list[str]:
    """Every module in which a page is declared."""
    found = []
    walked = [each for room in (medoffice_xl.areas, medoffice_xl.build) for each in _modules(room)]
    for module in walked:
        if module.ispkg or module.name.endswith(".area") or module.name == OF_PERSONNEL:
            continue
        if any(isinstance(thing, Page) for thing in vars(import_module(module.name)).values()):
            found.append(module.name)
    return found


def test_every_page_is_declared_in_a_module_of_its_own():
    assert len(page_modules()) == len(pages())


@pytest.mark.parametrize("name", page_modules())
def test_no_page_module_holds_a_cell_address(name):
    source = Path(import_module(name).__file__).read_text(encoding="utf-8")
    tree = ast.parse(source)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text for text in texts if ADDRESS.search(text)] == []
    imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    engine = {"medoffice_xl.pages.placed", "medoffice_xl.pages.places", "medoffice_xl.pages.canvas", "xlsxwriter"}
    assert engine.isdisjoint(imported)


@pytest.mark.parametrize("text", ["=B5+1", "'Fee review'!$B$5", "SUM(AA10:AB12)"])
def test_an_address_would_be_seen(text):
    assert ADDRESS.search(text)


@pytest.mark.parametrize("text", ["=AR_DAYS(Practice,AsOf,90)", "0-30", "10112-00", "P90 of 3", "$#,##0.00"])
def test_what_is_no_address_is_not_taken_for_one(text):
    assert not ADDRESS.search(text.replace("P90", "p90"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_fits_its_paper(page):
    """One page wide, and never so small that it cannot be read."""
    found = next(each for each in placed().pages if each.name == page.name)
    width = sum(found.widths) * 5.25 + len(found.widths) * 3.75
    assert (10.2 if found.paper.lying else 7.7) * 72 / width >= 0.55


def test_every_chart_says_what_its_axes_count():
    charts = [block for page in pages() for block in every_block(page.blocks) if hasattr(block, "bottom")]
    assert len(charts) >= 9
    assert all(chart.bottom.title and chart.side.title for chart in charts)


def test_every_list_says_what_it_is_when_it_is_empty():
    lists = [block for page in pages() for block in every_block(page.blocks) if isinstance(block, Listing)]
    assert [each.name for each in lists if isinstance(each.source, Spill) and each.empty == "None."] == []
