"""The guide, built as it is read: without the internet, with every page of the workbook in it."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from medoffice_xl.areas import actions
from medoffice_xl.build.docs import pages as made_pages
from medoffice_xl.build.pages import pages
from medoffice_xl.tables import TABLES

pytest.importorskip("mkdocs")
pytestmark = pytest.mark.whole
CHROMIUM = shutil.which("chromium")
REPOSITORY = Path(__file__).parents[1]
LOADED = re.compile(r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?([^"'\s>]+)|<link[^>]*\shref=["']?([^"'\s>]+)""")
IN_STYLES = re.compile(r"url\(\s*[\"']?(https?:)?//|@import\s+[\"']?(https?:)?//")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Strictly: a link that leads nowhere is an error."""
    folder = tmp_path_factory.mktemp("guide") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_nothing_is_loaded_from_elsewhere(site):
    looked_at = 0
    for page in site.rglob("*.html"):
        text = re.sub(r'<link[^>]*rel="?canonical[^>]*>', "", page.read_text(encoding="utf-8"))
        for found in LOADED.findall(text):
            assert not re.match(r"(https?:)?//", "".join(found)), f"{page.name}: {found}"
            looked_at += 1
    assert looked_at > 100
    for sheet in site.rglob("*.css"):
        assert not IN_STYLES.search(sheet.read_text(encoding="utf-8")), sheet.name


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser (Debian: chromium)")
@pytest.mark.parametrize(
    ("page", "words", "found"), [("index.html", "AppLocker", "it.html"), ("guide/it.html", "overturned", "pages.html")]
)
def test_the_search_finds_what_a_page_says_also_where_pages_are_opened_as_files(site, page, words, found, tmp_path):
    """As a browser does it with a folder on a stick: no server, no internet."""
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}", "--dump-dom"]
    address = f"{(site / page).as_uri()}?q={words}"
    shown = subprocess.run(
        [*command, "--virtual-time-budget=20000", address], capture_output=True, text=True, timeout=120, check=False
    )
    results = re.findall(r'<a href="([^"#]+)[^"]*" class="md-search-result__link"', shown.stdout)
    assert any(result.endswith("/" + found) for result in results), results


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_page_says_what_it_answers_how_it_is_read_and_what_to_do_next(page):
    text = (REPOSITORY / "docs" / "pages.md").read_text(encoding="utf-8")
    section = re.search(rf"\n### {re.escape(page.title)}\n(.*?)(?=\n### |\n## |\Z)", text, re.DOTALL)[1]
    told = re.findall(r"^\*\*([^*]+)\*\*", section, re.MULTILINE)
    assert {"How to read it", "What to do next"} <= set(told)
    assert {"It answers", "You choose"} & set(told)
    assert len(page.reading) > 60
    assert len(page.then) > 60


def test_every_page_has_its_picture():
    """`make pictures` makes them."""
    text = (REPOSITORY / "docs" / "pages.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[The page ([^]]+) of the invented practice\]\((pictures/[^)]+)\)", text)
    assert {page.name for page in pages()} - {name for name, _ in shown} == set()
    assert all((REPOSITORY / "docs" / picture).is_file() for _, picture in shown)


def test_every_page_of_the_workbook_has_its_place(site):
    text = html.unescape((site / "pages.html").read_text(encoding="utf-8"))
    for page in pages():
        assert re.search(rf"<h3[^>]*>{re.escape(page.title)}<", text), page.name


def named(text: str) -> set[str]:
    """What stands in italics: a sheet or a button, to be looked for in the workbook by this name."""
    return set(re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", re.sub(r"\s+", " ", text)))


def test_what_the_guide_names_is_called_so_in_the_workbook():
    sheets = (
        {page.name for page in pages()} | {table.sheet for table in TABLES.values()} | {"Export columns", "Problems"}
    )
    known = sheets | {action.label for action in actions()}
    round_of_the_year = (REPOSITORY / "docs" / "guide" / "round.md").read_text(encoding="utf-8")
    for where, text in [
        ("round", round_of_the_year),
        *((page.name, page.reading + " " + page.then) for page in pages()),
    ]:
        assert named(text) - known == set(), where


def test_the_round_leads_to_every_page():
    text = (REPOSITORY / "docs" / "guide" / "round.md").read_text(encoding="utf-8")
    told = named(text) | set(re.findall(r"\[([^]]+)\]\(\.\./pages\.md", text))
    assert {page.name for page in pages()} - told == set()


def test_the_five_recipes_are_those_of_contributing(site):
    text = (site / "guide" / "developers.html").read_text(encoding="utf-8")
    for recipe in ("a metric", "a pricing rule", "a finding", "a page", "a reader"):
        assert f"<strong>{recipe}</strong>" in text


def test_every_link_leads_to_a_page_that_is_there():
    """Pictures and the sample pack apart, which `make pictures` makes."""
    docs = REPOSITORY / "docs"
    for page in docs.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not re.match(r"https?:", target) and target.endswith(".md"):
                assert (page.parent / target).resolve().is_file(), f"{page.name}: {target}"


def test_what_is_made_is_current():
    """`medoffice build` writes it."""
    for name, text in made_pages().items():
        assert (REPOSITORY / "docs" / name).read_text(encoding="utf-8") == text
