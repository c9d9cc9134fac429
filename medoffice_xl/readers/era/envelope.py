"""The envelope of a remittance file, set right: where each interchange starts and how it parts its fields.

An 835 begins with an ISA segment that names its own delimiters. Files met in practice have text before it, a
byte-order mark, several interchanges, none at all, or stop in mid-segment. All that is found here, reported,
and left out of what is parsed; not a byte of a segment is changed, so that segment numbers stay those of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.ends import ends_in_a_closer, parted
from medoffice_xl.readers.era.padding import unpadded
from medoffice_xl.readers.era.separators import BLANK, SAMPLE, Separators, component_used, declared, observed
from medoffice_xl.readers.foreign import ASK_FOR_835, foreign

_ANY_START = re.compile(rb"(?<![A-Za-z0-9])(?:GS|ST|BPR|LX|CLP|SVC|PLB)([^A-Za-z0-9\s])[^~\r\n]")
_LONGEST_HEADER = 400
_EXACT_HEADER = re.compile(
    rb"ISA(.)..\1.{10}\1..\1.{10}\1..\1.{15}\1..\1.{15}\1\d{6}\1\d{4}\1.\1.{5}\1\d{9}\1.\1.\1.", re.DOTALL
)
"""An ISA segment in the widths of the standard: where it stands an interchange begins, whatever is before it."""


@dataclass(frozen=True, slots=True)
class Interchange:
    """One run of segments with its separators; `before` counts the segments of the file that stand before it."""

    data: bytes
    separators: Separators
    before: int

    @property
    def count(self) -> int:
        """How many segments it holds, an unterminated last one included."""
        ends = int(np.count_nonzero(np.frombuffer(self.data, dtype=np.uint8) == self.separators.segment[0]))
        return ends if self.data.endswith(self.separators.segment) else ends + 1


@dataclass(frozen=True, slots=True)
class Envelope:
    """What can be parsed, and the segments that could not, each with its problem."""

    interchanges: list[Interchange]
    left_out: int
    problems: list[Problem]


def looks_like_remittance(head: bytes) -> bool:
    """Whether the first bytes of a file read as an 835, with or without its envelope."""
    plain = _plain(head)
    if re.search(rb"(?<![A-Za-z0-9])ST([^A-Za-z0-9\s])835(?![0-9])", plain):
        return True
    if re.search(rb"(?<![A-Za-z0-9])ST([^A-Za-z0-9\s])[0-9]{3}(?![0-9])", plain):
        return False
    if re.search(rb"(?<![A-Za-z0-9])GS([^A-Za-z0-9\s])HP\1", plain):
        return True
    return bool(re.search(rb"(?<![A-Za-z0-9])(?:BPR|CLP)([^A-Za-z0-9\s])[^\r\n]*?\1[^\r\n]*?\1", plain))


def open_envelope(data: bytes, file: str) -> Envelope:
    """Find every interchange of a file.

    Raises CannotRead, in words a user can act on, where the file holds no segments of an 835 at all.
    """
    data = _plain(data)
    if not data[:SAMPLE].strip(BLANK) and not data.strip(BLANK):
        raise CannotRead(f"{file} is empty. Ask the payer or clearinghouse to send the file again.")
    heads = list(_headers(data))
    if not heads:
        return _without_header(data, file)
    problems = []
    if lead := data[: heads[0][0]].strip(BLANK):
        problems.append(_text_before(lead, file))
    interchanges: list[Interchange] = []
    before = left_out = 0
    ends = [start for start, _ in heads[1:]] + [len(data)]
    for (start, stated), end in zip(heads, ends, strict=True):
        piece, cut, after = parted(data[start:end], stated)
        separators = replace(stated, component=component_used(piece, stated))
        if separators != stated:
            problems.append(_other_component(stated.component, separators.component, before + 1, file))
        interchange = Interchange(unpadded(_unwrapped(piece, separators), separators), separators, before)
        if cut or len(heads) > 1:
            before += interchange.count
        if cut:
            before += 1
            left_out += 1
            problems.append(_cut_off(cut, separators, before, file))
        if after:
            problems.append(_text_after(after, interchange.before + interchange.count, file))
        interchanges.append(interchange)
    return Envelope(interchanges, left_out, problems)


def _plain(data: bytes) -> bytes:
    """The bytes without a byte-order mark; UTF-16 as UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _headers(data: bytes) -> Iterator[tuple[int, Separators]]:
    """Where each ISA stands, and the separators it declares."""
    former: Separators | None = None
    for found in re.finditer(rb"ISA", data):
        at = found.start()
        begins = _EXACT_HEADER.match(data, at) or _starts_a_segment(data, at, former)
        separators = declared(data[at : at + _LONGEST_HEADER]) if begins else None
        if separators:
            former = separators
            yield at, separators


def _starts_a_segment(data: bytes, at: int, former: Separators | None) -> bool:
    """Whether an ISA begins here: at the start, or where the interchange before it has come to an end."""
    if at == 0 or former is None:
        return at == 0 or not data[at - 1 : at].isalnum()
    if former.segment.isspace():
        return data[at - 1 : at].isspace()
    before = data[max(0, at - 64) : at].rstrip(BLANK).removesuffix(b"\xef\xbb\xbf").rstrip(BLANK)
    return before.endswith(former.segment) or ends_in_a_closer(data[max(0, at - 200) : at], former)


def _other_component(declared: bytes, used: bytes, line: int, file: str) -> Problem:
    return Problem(
        Severity.NOTE,
        f"The file says that “{declared.decode('latin-1')}” parts a code from its modifiers, but all its codes use "
        f"“{used.decode('latin-1')}”; they were read as they use it.",
        "Nothing to do, unless procedure codes look wrong.",
        file,
        line,
        "ISA16",
        declared.decode("latin-1"),
    )


def _without_header(data: bytes, file: str) -> Envelope:
    """A file that starts at GS, ST or later: its separators are worked out from its segments."""
    match = _ANY_START.search(data)
    separators = observed(data, match[1]) if match else None
    if match is None or separators is None or not looks_like_remittance(data[match.start() :][:SAMPLE]):
        raise CannotRead(f"{file} is not a remittance file (835): {_what_it_is(data)} {ASK_FOR_835}")
    problems = [
        Problem(
            Severity.NOTE,
            "The file has no envelope (no ISA segment at its start); it was read from its first remittance segment.",
            "Nothing is lost by that. Ask the clearinghouse for the whole file if the sender has to be proven.",
            file,
            1,
            data[match.start() :].split(match[1], 1)[0].decode("latin-1"),
        )
    ]
    if lead := data[: match.start()].strip(BLANK):
        problems.append(_text_before(lead, file))
    piece, cut, after = parted(data[match.start() :], separators)
    interchange = Interchange(unpadded(_unwrapped(piece, separators), separators), separators, 0)
    if cut:
        problems.append(_cut_off(cut, separators, interchange.count + 1, file))
    if after:
        problems.append(_text_after(after, interchange.count, file))
    return Envelope([interchange], 1 if cut else 0, problems)


def _unwrapped(data: bytes, separators: Separators) -> bytes:
    """The bytes without line breaks inside segments, as files wrapped at a fixed width have them."""
    end = separators.segment
    if end.isspace():
        return data
    unended = data[:SAMPLE].replace(end + b"\r\n", b"").replace(end + b"\n", b"")
    if b"\n" not in unended:
        return data
    wrapped = re.search(rb"[A-Za-z0-9" + re.escape(separators.element) + rb"]\r?\n", unended)
    return data.translate(None, b"\r\n") if wrapped else data


def _text_before(lead: bytes, file: str) -> Problem:
    lines = lead.count(b"\n") + 1
    return Problem(
        Severity.NOTE,
        f"{lines} {'line' if lines == 1 else 'lines'} of text stand before the remittance and were left out.",
        "Nothing to do, unless the text is part of another file. Segments are counted from the remittance's first.",
        file,
        1,
    )


def _text_after(after: bytes, line: int, file: str) -> Problem:
    lines = after.count(b"\n") + 1
    return Problem(
        Severity.NOTE,
        f"{lines} {'line' if lines == 1 else 'lines'} of text stand after the end of the remittance and were left out.",
        "Nothing to do: the remittance is whole.",
        file,
        line,
        "IEA",
    )


def _cut_off(cut: bytes, separators: Separators, line: int, file: str) -> Problem:
    return Problem(
        Severity.MONEY,
        "The file stops in the middle of this segment; it was left out, and whatever followed it is missing.",
        "Get the whole file again from the payer or clearinghouse before posting; what is above was read.",
        file,
        line,
        cut.strip(BLANK).split(separators.element)[0].decode("latin-1")[:3],
    )


def _what_it_is(data: bytes) -> str:
    if what := foreign(data):
        return f"it is {what}."
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return "it is a zip or Excel file."
    if b"\x00" in data[:4096]:
        return "it is a program's own (binary) file."
    return "no remittance segments (ISA, ST*835, BPR, CLP) were found in it."
