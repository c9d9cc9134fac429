"""Remarks, the outcome in one line, and ways to other sheets."""

from collections.abc import Sequence

from medoffice_xl.pages.blocks import Links, Note, Verdict
from medoffice_xl.pages.canvas import ROW, Canvas
from medoffice_xl.pages.placed import Box, Dress, Role, Rule, Shade, Spot
from medoffice_xl.pages.text_width import text_width
from medoffice_xl.pages.tracks import Span, Track

_LINE_OF_WORDS = 40.0


def words_tracks(_: Note | Verdict) -> list[Track]:
    """One column, over whatever there is."""
    return [Track(_LINE_OF_WORDS, grows=True, spreads=True)]


def put_note(note: Note, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """Small type, on as many lines as it needs."""
    return canvas.words(note.words, Role.NOTE, top, (spans[0][0], spans[-1][1]), size=9)


def put_verdict(verdict: Verdict, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """One line, in larger type."""
    across = (spans[0][0], spans[-1][1])
    after = canvas.words(verdict.words, Role.VERDICT, top, across, size=12)
    canvas.height(top, 26.0)
    if verdict.alarm:
        canvas.page.rules.append(Rule(Shade.ALARM, Box(top, across[0], top, across[1]), verdict.alarm))
    return after


def links_tracks(links: Links) -> list[Track]:
    """The words that lead, and what stands there."""
    widest = max(text_width(link.words) for link, _ in links.rows) + 3
    return [Track(widest, spreads=True), Track(20.0, grows=True, spreads=True)]


def put_links(links: Links, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """One row a way."""
    row = canvas.section(links.title, top, spans[0][0], spans[-1][1])
    for link, says in links.rows:
        canvas.put(Spot(row, spans[0][0]), link)
        canvas.put(Spot(row, spans[1][0]), says)
        canvas.dress(Dress(Role.BODY), Box(row, spans[0][0], row, spans[0][1]))
        canvas.dress(Dress(Role.REMARK, indent=1), Box(row, spans[1][0], row, spans[1][1]))
        canvas.height(row, ROW)
        canvas.stays(row, row)
        row += 1
    return row
