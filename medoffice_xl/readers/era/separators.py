"""The bytes that part the fields of a remittance: as its first segment declares them, or as it uses them."""

import re
from collections import Counter
from dataclasses import dataclass

SAMPLE = 65536
"""Bytes that show how a file is written."""

SEGMENT_IDS = rb"(?:BPR|TRN|CUR|REF|DTM|N1|N3|N4|PER|LX|TS3|TS2|CLP|CAS|NM1|MIA|MOA|SVC|AMT|QTY|LQ|PLB|SE|GE|IEA)"
"""Segments of an 835 behind its headers."""
BLANK = b" \t\r\n\x00\x1a\x0b\x0c"
"""What may stand around a file without meaning anything, an old end-of-file mark included."""


@dataclass(frozen=True, slots=True)
class Separators:
    """The bytes that part elements, components and segments; `repetition` is b"" where the file has none."""

    element: bytes
    component: bytes
    segment: bytes
    repetition: bytes = b""


def declared(header: bytes) -> Separators | None:
    """The separators of an ISA: the byte after the id, ISA16 and the byte that follows it; None if it is no ISA."""
    element = header[3:4]
    if not element or element.isalnum() or element.isspace() or element > b"\x7f":
        return None
    parts = header.split(element, 16)
    if len(parts) < 17 or any(len(part) > 40 for part in parts[:16]):
        return None
    tail = parts[16]
    component, segment = tail[:1], tail[1:2]
    if not segment or segment.isalnum() or (component == b"~" and segment.isspace()):
        component, segment = b"", component
    if not segment or segment.isalnum() or segment in (element, b" "):
        return None
    repetition = parts[11][:1]
    usable = repetition and not repetition.isalnum() and not repetition.isspace() and repetition != element
    if component in (b"", element, segment) or component.isalnum() or component.isspace():
        component = b":" if element != b":" else b">"
    usable = usable and repetition not in (segment, component)
    return Separators(element, component, segment, repetition if usable else b"")


def component_used(data: bytes, separators: Separators) -> bytes:
    """The component separator that the procedure codes show, where all of them speak against the declared one."""
    found = re.findall(rb"SVC" + re.escape(separators.element) + rb"[A-Z][A-Z0-9]([^A-Za-z0-9\s])", data[:SAMPLE])
    used = {each for each in found if each not in (separators.element, separators.segment)}
    return used.pop() if len(used) == 1 else separators.component


def observed(data: bytes, element: bytes) -> Separators | None:
    """Separators as the segments use them: the byte most often found before a known segment id ends segments."""
    head = data[:SAMPLE]
    before_ids = re.compile(rb"([^A-Za-z0-9 \t])[ \t\r\n]*" + SEGMENT_IDS + re.escape(element))
    ends = Counter(found for found in before_ids.findall(head) if found != element)
    if not ends:
        segment = data.rstrip(BLANK)[-1:]
        if segment.isalnum() or segment in (element, b" "):
            return None
    else:
        segment = ends.most_common(1)[0][0]
    composite = re.search(rb"SVC" + re.escape(element) + rb"[A-Z0-9]{2}([^A-Za-z0-9\s])", head)
    component = composite[1] if composite and composite[1] not in (element, segment) else b":"
    if component in (element, segment):
        component = next(each for each in (b":", b">", b"<") if each not in (element, segment))
    return Separators(element, component, segment)
