"""CMS's file of amounts by carrier and locality (PFALL): a million rows without headings, named and not read.

Year, carrier, locality, code, modifier and the amounts of both settings stand in sixteen quoted fields (CMS, Annual
Physician Fee Schedule Payment Amount File). The same amounts follow from the relative values.
"""

import re
from collections.abc import Iterable

_NAMED = re.compile(r"(?i)^PF(ALL|REV)?\d\d\w*\.(txt|zip)$|^PFALL")
_ROW = re.compile(rb'"?(19|20)\d\d"?\s*,\s*"?\d{5}"?\s*,\s*"?\d\d"?\s*,\s*"?[A-Za-z0-9]{5}"?\s*,')
_LOOKED_AT = 20
_FIELDS = 14

WHAT_TO_TAKE = (
    "holds CMS's payment amounts by carrier and locality (PFALL), one row a code and locality. They are worked out "
    "here from the relative values: give the zip “PFS Relative Value Files” of the same year, such as RVU26A.zip."
)


def is_locality_amounts(content: bytes) -> bool:
    """True where nearly all of the first lines are a year, a carrier, a locality, a code and amounts."""
    lines = [line for line in content[:20_000].splitlines()[:-1] if line.strip()][:_LOOKED_AT]
    hits = sum(_ROW.match(line.lstrip(b"\xef\xbb\xbf ")) is not None and line.count(b",") >= _FIELDS for line in lines)
    return bool(lines) and hits * 10 >= len(lines) * 6


def named_so(names: Iterable[str]) -> bool:
    """Whether one of these files is called as CMS calls it."""
    return any(_NAMED.search(name) for name in names)
