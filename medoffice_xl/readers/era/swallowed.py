"""Segments that run on in the one before them, because its end is lost.

What then stands in the elements of a claim or an adjustment may be a patient's name. So a segment is cut where another
one clearly begins in it, and that is told without a word of what came after. No segment is put in: what was lost is
not guessed.
"""

import re
from dataclasses import replace
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.envelope import Interchange
from medoffice_xl.readers.era.separators import BLANK, Separators

_BEGINNINGS = {
    "NM1": rb"NM1{e}[A-Z0-9]{2,3}{e}[12]?{e}",
    "N3": rb"N3{e}(?=[^{e}{s}]*[A-Za-z]{2})",
    "N4": rb"N4{e}[^{e}{s}]*{e}[A-Z]{2}{e}\d{5}",
    "DMG": rb"DMG{e}D8{e}",
    "REF": rb"REF{e}(?!XX|XV|FI)[A-Z0-9]{2,3}{e}",
    "PER": rb"PER{e}[A-Z]{2}{e}",
    "CLP": rb"CLP{e}[^{e}{s}]*{e}\d{1,2}{e}-?[\d.]+{e}",
    "SVC": rb"SVC{e}[A-Z]{2}{c}",
}
"""How segments begin that hold a person or money: by id, with what stands behind it in no other place.

{e}, {s} and {c} stand for the separators of elements, segments and components.
"""


def runs_on(interchange: Interchange) -> bool:
    """Whether an id that tells of a person or of money stands anywhere but at the start of a segment.

    Arrow looks, for it lets other threads run meanwhile.
    """
    data = interchange.data
    ends = pa.array([0, len(data)], pa.int64()).buffers()[1]
    whole = pa.Array.from_buffers(pa.large_binary(), 1, [None, ends, pa.py_buffer(data)])
    return bool(pc.match_substring_regex(whole, _in_another(interchange.separators))[0].as_py())


@cache
def _in_another(separators: Separators) -> str:
    """A beginning behind something of the segment before it; blanks between segments are nothing."""
    element, segment = (f"\\x{ord(each):02x}" for each in (separators.element, separators.segment))
    blank = "".join(f"\\x{each:02x}" for each in range(ord(" ") + 1) if each != ord(separators.segment))
    return f"[^{segment}{blank}][{blank}]*(?:{'|'.join(_BEGINNINGS)}){element}"


def cut_where_it_runs_on(interchange: Interchange, file: str) -> tuple[Interchange, list[Problem]]:
    """The interchange with such segments cut where the next one begins, and a problem for each."""
    separators = interchange.separators
    begins = _any_beginning(separators.element, separators.component, separators.segment)
    segments = interchange.data.split(separators.segment)
    problems = []
    for place, segment in enumerate(segments):
        blank = len(segment) - len(segment.lstrip(BLANK))
        found = begins.search(segment, blank + 1)
        if found:
            segments[place] = segment[: found.start()].rstrip(BLANK)
            name = segment[blank:].split(separators.element)[0].decode("latin-1")[:3]
            problems.append(
                _lost_end(name, found[0][:3].rstrip(separators.element), interchange.before + place + 1, file)
            )
    return replace(interchange, data=separators.segment.join(segments)), problems


def _any_beginning(element: bytes, component: bytes, segment: bytes) -> re.Pattern[bytes]:
    whole = b"|".join(_BEGINNINGS.values())
    for mark, separator in ((b"{e}", element), (b"{s}", segment), (b"{c}", component)):
        whole = whole.replace(mark, re.escape(separator))
    return re.compile(whole)


def _lost_end(name: str, next_one: bytes, line: int, file: str) -> Problem:
    return Problem(
        Severity.MONEY,
        f"The end of this segment is lost: {next_one.decode('latin-1')}, the next one, runs on in it. What came after "
        "was left out.",
        "Get the file again from the payer or clearinghouse; until then compare the claim with the paper or portal "
        "remittance.",
        file,
        line,
        name,
    )
