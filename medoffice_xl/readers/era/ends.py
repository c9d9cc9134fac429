"""Where an interchange ends: its whole segments, one that was cut off, and text that is no part of it."""

import re

from medoffice_xl.readers.era.separators import BLANK, SEGMENT_IDS, Separators

_CLOSERS = (b"IEA", b"GE", b"SE")
_MARK = b"\xef\xbb\xbf"
"""A byte-order mark; one stands between files that were joined."""


def parted(data: bytes, separators: Separators) -> tuple[bytes, bytes, bytes]:
    """The whole segments of an interchange, an unfinished last one, and text that stands after its end.

    A last segment without its terminator counts as whole where it closes an envelope, for nothing can follow it.
    """
    own, after = _without_text_after(data, separators)
    ended = separators.segment.isspace() and own.rstrip(b" \t\x00\x1a").endswith((b"\n", b"\r"))
    own = own.rstrip(BLANK) + (separators.segment if ended else b"")
    last = own.rfind(separators.segment)
    tail = own[last + 1 :]
    if not tail.strip(BLANK):
        return own[: last + 1], b"", after
    if tail.strip(BLANK).split(separators.element)[0] in _CLOSERS:
        return own, b"", after
    return own[: last + 1], tail, after


def ends_in_a_closer(data: bytes, separators: Separators) -> bool:
    """Whether the last segment of these bytes closes an interchange, with its terminator or without."""
    tail = data[-200:].rstrip(BLANK).removesuffix(separators.segment)
    return _closing(separators).search(separators.segment + tail) is not None


def _without_text_after(data: bytes, separators: Separators) -> tuple[bytes, bytes]:
    """The bytes up to the end of the last IEA, and what stands behind it if that holds no segment.

    Files come with a portal's footer, a mail's signature or a page number behind them.
    """
    at = data.rfind(b"IEA" + separators.element)
    if at < 0 or not _begins_a_segment(data, at, separators):
        return data, b""
    found = re.match(rb"IEA(?:%b[A-Za-z0-9]*){0,2}[ \t]*" % re.escape(separators.element), data[at : at + 100])
    end = at + (found.end() if found else 0)
    rest = data[end:].lstrip(BLANK).removeprefix(separators.segment).strip(BLANK + _MARK)
    if not rest:
        return data.rstrip(BLANK + _MARK), b""
    if _any_segment(separators).search(rest) or b"ISA".startswith(rest):
        return data, b""
    return data[:end] + separators.segment, rest


def _begins_a_segment(data: bytes, at: int, separators: Separators) -> bool:
    before = data[max(0, at - 64) : at]
    return before.rstrip(BLANK).endswith(separators.segment) or before.endswith((b"\n", separators.segment))


def _closing(separators: Separators) -> re.Pattern[bytes]:
    segment, element = re.escape(separators.segment), re.escape(separators.element)
    return re.compile(rb"(?:%b|\n)\s*IEA%b\d*%b[A-Za-z0-9]*\s*\Z" % (segment, element, element))


def _any_segment(separators: Separators) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9])(?:ISA|GS|ST|%b)%b" % (SEGMENT_IDS, re.escape(separators.element)))
