"""Names of files made from text that somebody typed, and names that nothing can be made of."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from medoffice_xl.errors import CannotRead

LONGEST = 80
"""Characters of a name made from text: with what stands around it, every file system holds it."""

_LONGEST_IN_BYTES = 160
_UNWANTED = re.compile(r"[^\w.-]")


def file_names(texts: Sequence[str], otherwise: str) -> list[str]:
    """For each text the part of a file's name that says it; no two the same, wherever the files may be copied to.

    `otherwise` is for a text of which nothing is left. Texts that give the same name are numbered, always in the
    same way.

    >>> file_names(["Acme / Ohio", "ACME Ohio", "Acme: Ohio", "?"], "payer")
    ['Acme Ohio (2)', 'ACME Ohio', 'Acme Ohio (3)', 'payer']
    """
    names = {text: _file_name(text) or otherwise for text in texts}
    used: Counter[str] = Counter()
    numbered = {}
    for text in sorted(names):
        same = unicodedata.normalize("NFKC", names[text]).casefold()
        used[same] += 1
        numbered[text] = names[text] if used[same] == 1 else f"{names[text]} ({used[same]})"
    return [numbered[text] for text in texts]


def is_plain(name: str) -> bool:
    """Whether a file's name can be shown and kept: no control characters, and nothing that is no text at all."""
    return not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in name)


def check_name(path: Path) -> None:
    """Raise CannotRead for a file whose name can be neither shown nor kept."""
    if not is_plain(path.name):
        raise CannotRead(
            f"The name of the file {shown(path.name)} holds signs that cannot be shown (here �). Rename it and import "
            "it again."
        )


def shown(name: str) -> str:
    """A name with a mark in place of whatever cannot be shown."""
    return "".join(sign if is_plain(sign) else "\ufffd" for sign in name)


def _file_name(text: str) -> str:
    plain = " ".join(_UNWANTED.sub(" ", text).split())[:LONGEST]
    while len(plain.encode()) > _LONGEST_IN_BYTES:
        plain = plain[:-1]
    return plain.strip(". ")
