"""The pack out of what areas declare: chapters in order, one sentence each, nothing of what is empty."""

from datetime import date

import pytest
from areas.pack.shown_practice import shown_pages

from medoffice_xl.areas import pack_sections
from medoffice_xl.areas.pack.compose import NOTHING_TO_SAY, Sources, compose
from medoffice_xl.areas.pack.document import Meaning
from medoffice_xl.build.pages import pages
from medoffice_xl.pages.blocks import Cards, Figures, Listing
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.page import every_block

PAGES = shown_pages()
DAY = date(2026, 9, 30)
SOURCES = Sources(
    lambda formula: "Days in A/R: how many days are unpaid." if "AR_DAYS" in formula else "",
    {"Days in A/R": "AAFP, 2026"},
)


def _pack(*sections):
    return compose(sections, PAGES, "Invented", DAY, 11, SOURCES)


def test_chapters_stand_in_their_order_and_sections_in_theirs():
    cash = PackSection(Chapter.CASH, "Cash", (Excerpt("Money", "figures"),), order=9)
    first = PackSection(Chapter.CASH, "First", (Excerpt("Money", "payers"),), order=1)
    budget = PackSection(Chapter.BUDGET, "Budget", (Excerpt("Money", "bridge"),))
    found = _pack(cash, first, budget)
    assert [(chapter.title, [section.title for section in chapter.sections]) for chapter in found.chapters] == [
        ("Budget and alert", ["Budget"]),
        ("Cash", ["First", "Cash"]),
    ]


def test_a_section_without_anything_to_show_is_left_out():
    empty = PackSection(Chapter.EQUIPMENT, "Empty", (Excerpt("Money", "none"),), lead=lambda _: "Said of nothing.")
    assert _pack(empty).chapters == []


def test_blocks_beside_each_other_share_a_line():
    excerpts = (Excerpt("Money", "figures"), Excerpt("Money", "payers", beside=True), Excerpt("Money", "trend"))
    (chapter,) = _pack(PackSection(Chapter.CASH, "Cash", excerpts)).chapters
    assert [[block.kind for block in line] for line in chapter.sections[0].lines] == [["figures", "table"], ["chart"]]


def test_each_sentence_is_of_the_first_that_has_one():
    silent = PackSection(Chapter.BUDGET, "Silent", (), verdicts={Verdict.STANDS: lambda _: ""})
    speaks = PackSection(Chapter.CASH, "Speaks", (), verdicts={Verdict.STANDS: lambda _: "It stands."})
    late = PackSection(Chapter.DENIALS, "Late", (), verdicts={Verdict.STANDS: lambda _: "Too late."})
    said = {sentence.head: sentence.words for sentence in _pack(late, silent, speaks).verdict}
    assert said == {
        "How we stand": "It stands.",
        "What moved": NOTHING_TO_SAY[Verdict.MOVED],
        "What to decide": NOTHING_TO_SAY[Verdict.DECIDE],
    }


def test_sentences_tell_no_name_that_is_not_told():
    section = PackSection(
        Chapter.BUDGET,
        "Budget",
        (Excerpt("Money", "payers"),),
        lead=lambda _: "6110 Jane Roe costs more.",
        verdicts={Verdict.STANDS: lambda _: "It is 6110 Jane Roe."},
        basis=lambda _: "6110 Jane Roe is counted.",
        unnamed=lambda _: {"6110 Jane Roe": "Staff"},
    )
    found = _pack(section)
    assert found.chapters[0].sections[0].lead == "Staff costs more."
    assert found.verdict[0].words == "It is Staff."
    assert found.basis[1:] == ["Staff is counted."]
    assert found.basis[0].startswith("Figures are as of September 30, 2026")


def test_what_one_section_does_not_tell_none_does():
    keeps = PackSection(Chapter.PLAN, "Plan", (), unnamed=lambda _: {"Northgate": "One payer"})
    tells = PackSection(Chapter.CASH, "Cash", (Excerpt("Money", "payers"),), lead=lambda _: "Northgate pays late.")
    (chapter,) = _pack(keeps, tells).chapters
    (section,) = chapter.sections
    assert section.lead == "One payer pays late."
    assert [row[0] for row in section.lines[0][0].rows] == ["Blue Harbor", "One payer", "Self-pay"]


def test_figures_are_defined_with_their_source():
    found = _pack(PackSection(Chapter.CASH, "Cash", (Excerpt("Money", "figures"),)))
    assert found.meanings == [Meaning("Days in A/R", "How many days are unpaid.", "AAFP, 2026")]


IDENTIFIERS = ("Claim", "Account", "Patient", "Employee", "Name", "Pay", "Gross pay", "Wage", "Number", "Worked by")
"""Columns by which one person, or one person's claim, is known. Of accounts of the books, pay is told under no name."""


@pytest.mark.parametrize("section", pack_sections(), ids=lambda section: f"{section.chapter.name} {section.title}")
def test_what_areas_declare_is_there_and_names_nobody(section):
    """Every excerpt names a block, fields and labels that its page has; none of them says who."""
    by_name = {page.name: page for page in pages()}
    for excerpt in section.excerpts:
        block = by_name[excerpt.page].block(excerpt.block)
        assert block in list(every_block(by_name[excerpt.page].blocks))
        if isinstance(block, Cards | Figures):
            assert set(excerpt.only) <= {figure.label for figure in block.figures}
        if isinstance(block, Listing):
            fields = {field.name for field in block.fields}
            assert {*excerpt.only, *filter(None, (excerpt.people,))} <= fields
            shown = set(excerpt.only) or fields
            told = shown & set(IDENTIFIERS)
            assert not told or (told == {"Account"} and section.unnamed), (section.title, told)
