"""A placed page drawn on a sheet that XlsxWriter writes: of the workbook, or of a report's file."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.files.limits import LONGEST_TEXT
from medoffice_xl.pages.colors import BAND, LINE
from medoffice_xl.pages.contents import NOT_YET, Content, Formula, Link
from medoffice_xl.pages.fields import Tone
from medoffice_xl.pages.placed import Box, Choice, Dress, PlacedPage, Role, Rule, Shade, Spot
from medoffice_xl.pages.places import address
from medoffice_xl.pages.standing import FAIR, GOOD, POOR
from medoffice_xl.render.chart import draw_chart
from medoffice_xl.render.formats import QUIET, TONES, Formats
from medoffice_xl.render.printing import FOOTER, set_up_print

_FIRST_WORDS = ((GOOD, Tone.GOOD), (FAIR, Tone.FAIR), (POOR, Tone.POOR))
_PLAIN = Dress(Role.BODY)


def draw(page: PlacedPage, book: Workbook, sheet: Worksheet, formats: Formats, footer: str = FOOTER) -> None:
    """Everything on the page: cells, looks, rules, charts, names, choices, and how it is printed."""
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    for row in range(len(page.grid)):
        if row in page.heights or row in page.hidden:
            sheet.set_row(row, page.heights.get(row), None, {"hidden": row in page.hidden})
    _cells(page, sheet, formats)
    for rule in page.rules:
        _rule(rule, sheet, formats)
    for chart in page.charts:
        draw_chart(chart, book, sheet)
    for name, box in page.names.items():
        spot = Spot(box.top, box.left)
        book.define_name(name, f"={address(box if box[2:] != box[:2] else spot, page.name)}")
    for choice in page.choices:
        _choice(choice, sheet)
    _set_up(page, sheet, footer)


def _cells(page: PlacedPage, sheet: Worksheet, formats: Formats) -> None:
    dresses = {place: dress for dress, box in page.dressed for place in _places(box)}
    merged = {(box.top, box.left): box for box in page.merged}
    for down, row in enumerate(page.grid):
        for across, content in enumerate(row):
            place = (down, across)
            dress = dresses.get(place)
            if content is None and dress is None:
                continue
            style = formats.dressed(dress or _PLAIN)
            if place in merged:
                sheet.merge_range(*merged[place], "", style)
            _write(page, sheet, place, content, style)


def _places(box: Box) -> Iterator[tuple[int, int]]:
    for down in range(box.top, box.bottom + 1):
        for across in range(box.left, box.right + 1):
            yield down, across


def _write(page: PlacedPage, sheet: Worksheet, place: tuple[int, int], content: Content, style: Any) -> None:
    """By its type, never by its text: a name that begins with = stays a name."""
    if content is None:
        sheet.write_blank(*place, None, style)
    elif isinstance(content, Formula):
        if Spot(*place) in page.spills:
            sheet.write_dynamic_array_formula(*place, *place, content.text, style, content.stored)
        else:
            sheet.write_formula(*place, content.text, style, content.stored)
    elif isinstance(content, Link):
        sheet.write_url(*place, f"internal:'{content.sheet}'!A1", style, content.words)
    elif isinstance(content, str):
        sheet.write_string(
            *place, content if len(content) <= LONGEST_TEXT else f"{content[: LONGEST_TEXT - 1]}…", style
        )
    elif isinstance(content, datetime):
        sheet.write_datetime(*place, content, style)
    else:
        sheet.write_number(*place, content, style)


def _rule(rule: Rule, sheet: Worksheet, formats: Formats) -> None:
    for options in _conditions(rule, formats):
        sheet.conditional_format(*rule.box, options)


def _conditions(rule: Rule, formats: Formats) -> Iterator[Mapping[str, Any]]:
    match rule.shade:
        case Shade.RULED:
            line = formats.bare(bottom=4, bottom_color=LINE)
            yield {"type": "formula", "criteria": rule.condition, "format": line}
        case Shade.TONE:
            yield _cell("==", f'"{rule.condition}"', _toned(formats, rule.tone, bold=True))
        case Shade.FIRST_WORD:
            for word, tone in _FIRST_WORDS:
                style = _toned(formats, tone)
                yield {"type": "text", "criteria": "begins with", "value": word, "format": style}
        case Shade.ALARM:
            ink = formats.bare(font_color=TONES[Tone.POOR][1], bold=True)
            yield {"type": "formula", "criteria": rule.condition, "format": ink}
        case Shade.ABOVE_ZERO:
            yield _cell(">", 0, formats.bare(font_color=TONES[rule.tone or Tone.POOR][1]))
        case Shade.SCALE:
            among = address(rule.among or rule.box)
            yield {
                "type": "3_color_scale", "min_type": "formula", "mid_type": "num", "max_type": "formula",
                "min_value": f"=MIN({rule.middle:g},{among})", "mid_value": rule.middle,
                "max_value": f"=MAX({rule.middle:g},{among})",
                "min_color": "#E9A99F", "mid_color": "#FDF6E3", "max_color": "#9FD3B6",
            }  # fmt: skip
        case Shade.QUIET_ERRORS:
            yield {"type": "errors", "format": formats.bare(font_color=QUIET)}


def _cell(criteria: str, value: object, style: Any) -> dict[str, Any]:
    return {"type": "cell", "criteria": criteria, "value": value, "format": style}


def _toned(formats: Formats, tone: Tone | None, *, bold: bool = False) -> Any:
    paper, ink = TONES[tone or Tone.FAIR]
    return formats.bare(bg_color=paper, font_color=ink, bold=bold)


def _choice(choice: Choice, sheet: Worksheet) -> None:
    listed = isinstance(choice.source, str)
    sheet.data_validation(
        *choice.spot,
        *choice.spot,
        {
            "validate": "list",
            "source": choice.source if listed else list(choice.source),
            "error_title": choice.label[:32],
            "error_message": "Pick one of the list." if listed else "Pick one of: " + ", ".join(choice.source),
        },
    )


def _set_up(page: PlacedPage, sheet: Worksheet, footer: str) -> None:
    """Grid lines off, the title kept in sight, and how it comes to paper."""
    sheet.hide_gridlines(2)
    if page.is_hidden:
        sheet.hide()
        return
    sheet.set_tab_color(BAND)
    if page.frozen_rows:
        sheet.freeze_panes(page.frozen_rows, 0)
    set_up_print(sheet, page.paper, footer)
    sheet.print_area(*page.extent)


__all__ = ["NOT_YET", "draw"]
