"""What a workbook's pages show: as the file has it where that is current, else worked out."""

from datetime import date

import pytest
from acme_practice import TODAY, tables

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts import headless
from medoffice_xl.hosts.headless import shown_pages

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """One claim, underpaid by 10.00, with every figure worked out."""
    made = open_book(copy_master(tmp_path_factory.mktemp("practice")))
    made.write(tables())
    made.set_setting("AsOf", TODAY)
    made.save()
    headless.refresh(made.path, today=TODAY)
    return made.path


@pytest.fixture
def engines(monkeypatch) -> list[object]:
    """The engines that were asked for."""
    found: list[object] = []

    class Counted(shown_pages.Engine):
        def __init__(self, *given) -> None:
            found.append(self)
            super().__init__(*given)

    monkeypatch.setattr(shown_pages, "Engine", Counted)
    return found


def test_what_is_current_is_taken_as_it_stands(refreshed, engines):
    pages = shown_pages.as_they_stand(open_book(refreshed))
    assert pages.figure("Fee compliance", "compliance", "Underpaid") == 10.0
    assert engines == []


def test_a_table_that_is_newer_is_worked_out_first(refreshed, engines):
    book = open_book(refreshed)
    book.set_setting("Freshness", "Older than the tables: press Refresh.")
    pages = shown_pages.as_they_stand(book)
    assert pages.figure("Fee compliance", "compliance", "Underpaid") == 10.0
    assert len(engines) == 1


def test_so_is_a_day_that_the_figures_are_not_of(refreshed, engines):
    """Typed by a program that calculates nothing."""
    book = open_book(refreshed)
    book.set_setting("AsOf", date(2025, 7, 2))
    shown_pages.as_they_stand(book)
    assert len(engines) == 1


def test_a_page_laid_out_by_another_version_is_refused(refreshed, engines):
    book = open_book(refreshed)
    part = book.layout.sheets["Receivables"]
    content = book.package.read(part)
    book.package.replace(part, content.replace(b"AR_OVER(Practice,AsOf,90)", b"AR_OVER(Practice,AsOf,60)"))
    with pytest.raises(BookVersion, match="Receivables"):
        shown_pages.as_they_stand(book)
