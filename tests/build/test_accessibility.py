"""The built workbook for those who see little or hear it read out: contrast, words beside colours, alternative texts,
titles, and the order in which one comes to things.

Sources: WCAG 2.1, 1.4.3 Contrast (Minimum), 4.5 to 1; 1.4.1 Use of Color; 1.1.1 Non-text Content; 2.4.2 Page Titled.
"""

import re
from functools import cache
from io import BytesIO
from itertools import combinations, product
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX

from medoffice_xl.book.master import master_workbook
from medoffice_xl.build.pages import pages

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
PAPER, LEAST = "FFFFFF", 4.5
APART = 1.5
"""Bars have titles, figures and an order besides: less than text, which is read by its lightness alone."""

NAMED_INKS = {
    "Black": "000000", "Blue": "0000FF", "Cyan": "00FFFF", "Green": "00FF00", "Magenta": "FF00FF", "Red": "FF0000",
    "White": "FFFFFF", "Yellow": "FFFF00",
}  # fmt: skip
OF_LIBREOFFICE = {"18": "BF0041"}
"""Its numbered colours are others than Excel's: measured in what LibreOffice 25.2 draws."""

HIDES = ";;;"
"""A number format that shows nothing: marks that only the program reads."""


@cache
def part(name: str):
    with ZipFile(BytesIO(master_workbook().read_bytes())) as package:
        return etree.fromstring(package.read(name))


@cache
def names(pattern: str) -> list[str]:
    with ZipFile(BytesIO(master_workbook().read_bytes())) as package:
        return [name for name in package.namelist() if re.fullmatch(pattern, name)]


def luminance(color: str) -> float:
    """Relative luminance, as WCAG defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, paper: str) -> float:
    """The ratio of two colours, 1 to 21.

    >>> round(contrast("000000", "FFFFFF"), 1)
    21.0
    """
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rgb(element, path: str, otherwise: str) -> str:
    found = element.find(path, NS) if element is not None else None
    return found.get("rgb", "FF" + otherwise)[2:] if found is not None else otherwise


def test_the_formula_is_wcags():
    """Published: #767676 is the lightest grey that passes on white, #777777 does not."""
    assert contrast("767676", PAPER) >= LEAST > contrast("777777", PAPER)


def test_every_ink_is_read_on_its_paper():
    styles = part("xl/styles.xml")
    fonts, fills = styles.findall("m:fonts/m:font", NS), styles.findall("m:fills/m:fill", NS)
    shown = {one.get("numFmtId"): one.get("formatCode") for one in styles.findall("m:numFmts/m:numFmt", NS)}
    looked_at = 0
    for look in styles.findall("m:cellXfs/m:xf", NS):
        if shown.get(look.get("numFmtId")) == HIDES:
            continue
        ink = rgb(fonts[int(look.get("fontId"))], "m:color", "000000")
        paper = rgb(fills[int(look.get("fillId"))], "m:patternFill/m:fgColor", PAPER)
        assert contrast(ink, paper) >= LEAST, f"#{ink} on #{paper}: {contrast(ink, paper):.2f} to 1"
        looked_at += 1
    assert looked_at > 50


def test_every_rule_that_colours_is_read_too():
    """A rule without a paper of its own stands on white and on the tint of cards and totals."""
    styles = part("xl/styles.xml")
    papers = {rgb(fill, "m:patternFill/m:fgColor", PAPER) for fill in styles.findall("m:fills/m:fill", NS)}
    light = {paper for paper in papers if luminance(paper) > 0.5}
    for look in styles.findall("m:dxfs/m:dxf", NS):
        ink = rgb(look.find("m:font", NS), "m:color", "")
        own = rgb(look.find("m:fill", NS), "m:patternFill/m:bgColor", "")
        for paper in [own] if own else sorted(light):
            assert not ink or contrast(ink, paper) >= LEAST, f"#{ink} on #{paper}"


def inks_of(shown: str) -> list[str]:
    """The colours that a number format gives its numbers, as each program shows them."""
    found = []
    for named, number in re.findall(
        r"\[(?:(Black|Blue|Cyan|Green|Magenta|Red|White|Yellow)|Color ?(\d+))\]", shown, re.I
    ):
        found += (
            [NAMED_INKS[named.capitalize()]] if named else [COLOR_INDEX[int(number) + 7][2:], OF_LIBREOFFICE[number]]
        )
    return found


@pytest.mark.parametrize(
    ("shown", "inks"),
    [("0;[Red]-0", ["FF0000"]), ("0;[color 18]-0", ["993366", "BF0041"]), ("mm/dd/yyyy", []), ('0.0" [x]"', [])],
)
def test_the_colours_of_a_number_format(shown, inks):
    assert inks_of(shown) == inks


def test_every_colour_of_a_number_is_read_wherever_it_stands():
    """Red by name has 4.0 to 1 on white. A number may stand on any light paper, and on the tint of a rule."""
    styles = part("xl/styles.xml")
    looks = styles.findall("m:cellXfs/m:xf", NS) + styles.findall("m:dxfs/m:dxf", NS)
    papers = {rgb(fill, "m:patternFill/m:fgColor", PAPER) for fill in styles.findall("m:fills/m:fill", NS)}
    papers |= {rgb(look, "m:fill/m:patternFill/m:bgColor", PAPER) for look in looks}
    light = sorted(paper for paper in papers if luminance(paper) > 0.5)
    codes = [one.get("formatCode") for one in styles.iter("{*}numFmt")]
    coloured = {code: inks_of(code) for code in codes if inks_of(code)}
    assert len(coloured) >= 5
    for code, inks in coloured.items():
        for ink, paper in product(inks, light):
            assert contrast(ink, paper) >= LEAST, f"{code}: #{ink} on #{paper}: {contrast(ink, paper):.2f} to 1"


def test_no_colour_says_what_no_word_or_number_says():
    """A rule colours by what the cell itself shows; one by a formula only makes bold, or rules a line."""
    styles = part("xl/styles.xml")
    looks = styles.findall("m:dxfs/m:dxf", NS)
    told = {"beginsWith", "cellIs", "colorScale", "containsErrors"}
    for name in names(r"xl/worksheets/sheet\d+\.xml"):
        for rule in part(name).findall("m:conditionalFormatting/m:cfRule", NS):
            if rule.get("type") in told:
                continue
            assert rule.get("type") == "expression", name
            look = looks[int(rule.get("dxfId"))]
            coloured = look.find("m:font/m:color", NS) is not None or look.find("m:fill", NS) is not None
            assert not coloured or look.find("m:font/m:b", NS) is not None, f"{name}: {rule.find('m:formula', NS).text}"


def bars_of(chart) -> list[str]:
    """The colours of a chart's bars; what only carries others, as in a bridge, has none."""
    bars = [series.find("{*}spPr") for series in chart.iterfind(".//{*}barChart/{*}ser")]
    return [color.get("val") for look in bars if (color := look.find("{*}solidFill/{*}srgbClr")) is not None]


def test_bars_of_one_chart_are_told_apart_in_grey():
    """Printed without colour, only lightness is left. A line among bars is told by its shape."""
    compared = 0
    for name in names(r"xl/charts/chart\d+\.xml"):
        for one, other in combinations(sorted(set(bars_of(part(name)))), 2):
            assert contrast(one, other) >= APART, f"{name}: #{one} and #{other}: {contrast(one, other):.2f} to 1"
            compared += 1
    assert compared > 5


def test_every_chart_says_in_words_what_it_shows():
    charts = 0
    for name in names(r"xl/drawings/drawing\d+\.xml"):
        said = [thing.get("descr") or "" for thing in part(name).iter("{*}cNvPr")]
        assert all(text.partition(". ")[0] and text.partition(". ")[2] for text in said), f"{name}: {said}"
        assert len(set(said)) == len(said), name
        charts += len(said)
    assert charts == len(names(r"xl/charts/chart\d+\.xml")) > 0


def sheets() -> list[tuple[str, str, str]]:
    """Name, state and part of each sheet, in the order of the tabs."""
    relations = {one.get("Id"): one.get("Target") for one in part("xl/_rels/workbook.xml.rels")}
    kind = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [
        (one.get("name"), one.get("state", "visible"), "xl/" + relations[one.get(kind)])
        for one in part("xl/workbook.xml").findall("m:sheets/m:sheet", NS)
    ]


def test_the_tabs_come_in_the_order_of_the_pages_and_home_is_open():
    visible = [name for name, state, _ in sheets() if state == "visible"]
    assert visible[0] == "Home"
    assert visible == [page.name for page in pages() if page.name in visible]
    view = part("xl/workbook.xml").find("m:bookViews/m:workbookView", NS)
    assert int(view.get("activeTab", "0")) == 0
    assert len(set(map(str.casefold, visible))) == len(visible)
    assert not [name for name in visible if re.fullmatch(r"Sheet\d+", name)]


@pytest.mark.parametrize("name", [name for name, state, _ in sheets() if state == "visible"])
def test_a_visible_sheet_begins_with_its_title(name):
    """What is read out first, whatever column the page begins in."""
    texts = [item.xpath("string(.)") for item in part("xl/sharedStrings.xml").findall("m:si", NS)]
    sheet = part(next(path for named, _, path in sheets() if named == name))
    first = [
        texts[int(cell.find("m:v", NS).text)]
        for cell in sheet.iterfind("m:sheetData/m:row/m:c", NS)
        if cell.get("t") == "s" and re.fullmatch(r"[A-C][1-3]", cell.get("r"))
    ]
    assert [text for text in first if len(text) > 3], name


def test_what_is_typed_in_comes_from_top_to_bottom():
    """With Tab and Enter one goes through a page's inputs as one reads it: none stands above an earlier one."""
    from medoffice_xl.build.pages import placed

    for page in placed().pages:
        spots = [(choice.spot.row, choice.spot.column) for choice in page.choices]
        assert spots == sorted(spots), page.name
