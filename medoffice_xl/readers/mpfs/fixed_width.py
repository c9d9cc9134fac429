"""The text files of CMS's release: the same figures in places of fixed width, without columns."""

import re

_NAMED = re.compile(r"(?i)^(\d\d)?(PPRRVU|GPCI|ANES|LOCCO|OPPSCAP)[^.]*\.txt$")
_HEADER = b"HDR"
_LOOKED_AT = 20


def is_fixed_width(content: bytes, name: str) -> bool:
    """True where the lines of a text are long, hold no commas or tabs to part them, and are CMS's by mark or name."""
    lines = [line for line in content[:20_000].splitlines() if line.strip()][:_LOOKED_AT]
    if not lines or not (lines[0].startswith(_HEADER) or _NAMED.search(name)):
        return False
    parted = sum(line.count(b",") >= 3 or b"\t" in line for line in lines)
    return parted * 2 < len(lines)
