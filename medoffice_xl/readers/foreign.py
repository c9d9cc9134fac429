"""Files that hold nothing for us, named for what they are: acknowledgements, claims as sent, papers, pictures."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.files.zips import opened_zip
from medoffice_xl.readers.markup import is_saved_page

TRANSACTION_SETS = {
    "270": "eligibility questions",
    "271": "eligibility answers",
    "276": "claim status questions",
    "277": "claim status answers, or the receipt of claims (277CA)",
    "278": "authorizations",
    "820": "premium payments",
    "824": "acknowledgements",
    "834": "enrolments",
    "837": "claims as sent to a payer",
    "997": "acknowledgements",
    "999": "acknowledgements",
}
"""X12 transaction sets that are no remittance, by the number in their ST segment."""

ASK_FOR_835 = "Ask the payer or clearinghouse for the electronic remittance advice (ERA, 835)."

_ADVICE = f"For payments: {ASK_FOR_835[0].lower()}{ASK_FOR_835[1:]} For anything else: export it as CSV or .xlsx."
_SET = re.compile(rb"(?<![A-Za-z0-9])ST([^A-Za-z0-9\s])([0-9]{3})(?![0-9])")
_INTERCHANGE_RECEIPT = re.compile(rb"^\s*ISA.*?(?<![A-Za-z0-9])TA1[^A-Za-z0-9\s]", re.DOTALL)
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"


def _begins(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(marks)


def _ole_with(stream: str) -> Callable[[bytes], bool]:
    name = stream.encode("utf-16-le")
    return lambda data: data.startswith(_OLE) and name in data


def _zip_with(part: str) -> Callable[[bytes], bool]:
    """Whether a zip has this part itself; a zip of files may hold a document that has it."""
    return lambda data: data.startswith(_ZIP) and any(name.startswith(part) for name in _parts(data))


def _parts(data: bytes) -> list[str]:
    try:
        with opened_zip(data, "") as archive:
            return archive.namelist()
    except (CannotRead, zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def _has(pattern: bytes) -> Callable[[bytes], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda data: compiled.search(data[:4096]) is not None


_MAIL = re.compile(rb"(Received|Return-Path|MIME-Version|Delivered-To):", re.IGNORECASE)

_PAPERS: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (lambda data: b"%PDF-" in data[:1024] and not data.startswith(_ZIP), "a PDF"),
    (_begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"), "a picture"),
    (_has(rb"\A(RIFF....WEBP|....ftyp(hei|mif|avi))"), "a picture"),
    (_zip_with("word/document"), "a Word document"),
    (_zip_with("ppt/presentation"), "a presentation"),
    (_ole_with("WordDocument"), "a Word document"),
    (_ole_with("PowerPoint Document"), "a presentation"),
    (_ole_with("__substg1.0"), "an e-mail of Outlook"),
    (_begins(b"{\\rtf"), "a text document (RTF)"),
    (lambda data: _MAIL.match(data) is not None and not is_saved_page(data[:4096]), "an e-mail"),
    (_begins(b"MSH|"), "an HL7 message"),
    (_begins(b"SQLite format 3", b"\x00\x01\x00\x00Standard"), "a database"),
    (_begins(b"MZ", b"\x7fELF"), "a program"),
    (_begins(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), "a packed file"),
    (_has(rb"\A\s*(\{|\[\s*[\[{\"])"), "a JSON file"),
)  # fmt: skip
"""Other programs' files, by how they begin."""

_PAGE = re.compile(rb"\A\s*(<\?xml|<!doctype|<!--|<html|<head|<body|<[a-z])", re.IGNORECASE)
_TABLE = re.compile(rb"<(table|ofx|[a-z]*:?workbook)\b", re.IGNORECASE)


def foreign(data: bytes) -> str:
    """What a file that is nothing for us is, in a few words; "" for one that may be.

    `data` are its bytes, or so many of its first ones that its nature shows.

    >>> foreign(b"ISA*00*~GS*FA*A*B*20260601*0600*1*X*005010X231A1~ST*999*0001~")
    'a file of acknowledgements (999)'
    """
    plain = data.decode("utf-16", "replace").encode() if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    sets = [found[2].decode() for found in _SET.finditer(plain)]
    if "835" in sets:
        return ""
    if sets:
        return f"a file of {TRANSACTION_SETS.get(sets[0], 'another kind of message')} ({sets[0]})"
    if _INTERCHANGE_RECEIPT.match(plain[:4096]):
        return "the receipt of an interchange (TA1)"
    for is_one, what in _PAPERS:
        if is_one(plain):
            return what
    if _PAGE.match(plain.removeprefix(b"\xef\xbb\xbf")) and not _TABLE.search(plain):
        return "a web page or XML file without a table"
    return ""


def refuse_foreign(path: Path, head: bytes) -> None:
    """Raise CannotRead, naming it, where a file is nothing for us. `head` are its first bytes.

    Office files hide what they are deep inside.
    """
    what = foreign(read_whole(path) if head.startswith((_OLE, _ZIP)) else head)
    if what:
        raise CannotRead(f"{path.name} is {what}; nothing can be taken in from it. {_ADVICE}")
