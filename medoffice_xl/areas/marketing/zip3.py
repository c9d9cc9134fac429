"""Three digits in the place of a ZIP code, none where few people live."""

import re

LOW_POPULATION = frozenset(
    ("036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890",
     "893")
)  # fmt: skip
"""Three-digit areas of 20,000 people or fewer in the census of 2000, as the HIPAA guidance on de-identification lists
them (HHS, 45 CFR 164.514(b)(2)(i)(B)); their patients count under 000."""

OF_FEW = "000"

_ZIP = re.compile(r"(\d{3})(?:\d{2}(?:[- ]?\d{4})?)?")
_LOST_ZERO = re.compile(r"\d{4}(?:-\d{4})?")


def zip3_of(code: str) -> str:
    """The first three digits of a ZIP code, 000 for an area of few people. Raises ValueError where it is no ZIP code.

    A code of four digits is one from the north-east that a spreadsheet took the leading zero from.

    >>> zip3_of("69101-2203"), zip3_of("69201"), zip3_of("7302"), zip3_of("691")
    ('691', '000', '073', '691')
    """
    plain = code.strip()
    found = _ZIP.fullmatch(f"0{plain}" if _LOST_ZERO.fullmatch(plain) else plain)
    if not found:
        raise ValueError(code)
    return OF_FEW if found[1] in LOW_POPULATION else found[1]
