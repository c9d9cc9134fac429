"""The pack as a PDF: for archives and for all, the same bytes each time, and nothing in its text is a command."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from areas.pack.shown_practice import shown_pages
from pypdf import PdfReader

from medoffice_xl.areas.pack.compose import Sources, compose
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.render.pack.pack_pdf import pack_pdf
from medoffice_xl.render.pack.printable import BOX, FONT, printable

LETTER = (612, 792)
NAMES = {"6110 Jane Roe, biller": "Staff", "6100 Front desk": "Staff"}
HOSTILE = '#panic("x") $x^2$ *b* _i_ @ref <l> [c] \\u{41} // "q" = h `r` #import "/etc/passwd"'
SECTIONS = (
    PackSection(Chapter.GLANCE, "Glance", (Excerpt("Money", "figures"),)),
    PackSection(
        Chapter.BUDGET,
        "Budget",
        (Excerpt("Money", "bridge"), Excerpt("Money", "steps", title=HOSTILE)),
        lead=lambda _: f"Lead {HOSTILE}",
        verdicts={Verdict.STANDS: lambda _: HOSTILE},
        unnamed=lambda _: NAMES,
    ),
    PackSection(
        Chapter.CASH,
        "Cash",
        (
            Excerpt("Money", "trend"),
            Excerpt("Money", "by payer", people="Claims"),
            Excerpt("Money", "payers", people="Claims"),
        ),
    ),
)
PACK = compose(SECTIONS, shown_pages(), HOSTILE, date(2026, 9, 30), 11, Sources(lambda _: HOSTILE, {}))


@pytest.fixture(scope="module")
def content() -> bytes:
    return pack_pdf(PACK)


@pytest.fixture(scope="module")
def read(content) -> PdfReader:
    return PdfReader(BytesIO(content))


def _words(reader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_same_pack_is_the_same_bytes(content):
    assert pack_pdf(PACK) == content
    assert pack_pdf(replace(PACK, day=date(2026, 9, 29))) != content


def test_pages_are_letter_and_each_chapter_begins_one(read):
    assert {tuple(float(side) for side in page.mediabox[2:]) for page in read.pages} == {LETTER}
    # The first page, two chapters, and what the figures mean.
    assert len(read.pages) == 4


def test_it_is_for_archives_and_for_all(read):
    metadata = read.xmp_metadata.rdf_root.ownerDocument.toxml()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-US"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "Physician pack, September 2026"
    assert read.metadata.creation_date.date() == date(2026, 9, 30)


def test_every_chart_has_its_words_and_every_table_its_headings(read):
    tags = list(_tags(read.trailer["/Root"]["/StructTreeRoot"]))
    told = {str(tag["/Alt"]) for tag in tags if tag["/S"] == "/Figure"}
    drawn = [
        block for chapter in PACK.chapters for section in chapter.sections for line in section.lines for block in line
    ]
    assert told == {printable(block.told) for block in drawn if block.kind in ("chart", "bridge")}
    kinds = {str(tag["/S"]) for tag in tags}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def _tags(node):
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _tags(found)


def test_fonts_are_in_the_file_and_the_package_s_own(read):
    fonts = [font.get_object() for page in read.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()
        assert "SourceSans3" in font["/BaseFont"]
        assert "/FontFile2" in inner["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONT.parent / "OFL.txt").read_text()


def test_text_is_text_whatever_it_says(read):
    words = _words(read)
    for piece in ('#panic("x")', "$x^2$", "*b*", "@ref", "<l>", '#import "/etc/passwd"', "`r`", "\\u{41}"):
        assert piece in words


def test_figures_stand_in_the_text_to_the_cent_and_nobody_s_name_does(read):
    words = _words(read)
    for figure in ("$1,234.56", "47.0", "$6,000.00", "$9,190.50", "−$300.00", "$750"):
        assert figure in words
    for hidden in ("Jane Roe", "Front desk", "$3,100", "$90.00", "$90 "):
        assert hidden not in words


def test_a_character_without_a_shape_is_a_box():
    assert printable("Praxis 中 😀 é ж → ≥ \x01") == f"Praxis {BOX} {BOX} é ж → ≥ {BOX}"
    strange = replace(PACK, practice="诊所 \ud800 😀")
    assert f"{BOX}{BOX} {BOX} {BOX}" in _words(PdfReader(BytesIO(pack_pdf(strange))))


def test_an_empty_practice_has_a_pack_of_one_sheet():
    nothing = compose((), shown_pages(), "", date(2026, 1, 1), 11, Sources(lambda _: "", {}))
    words = _words(PdfReader(BytesIO(pack_pdf(nothing))))
    assert "[Name of the practice]" in words
    assert "not judged yet" in words
