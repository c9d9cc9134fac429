"""What is done to a good file: to its bytes, its lines and cells, its segments, and to what is inside a zip."""

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

Mutation = Callable[[random.Random, bytes], bytes]

_ODD_VALUES = [
    b"", b" ", b"-", b"0", b"-1", b"NaN", b"inf", b"1e300", b"-1E+308", b"9" * 20, b"9" * 400, b"0.005", b"1.005",
    b"1,234.5", b"(5.00)", b"5.00-", b"$", b"12/30/1899", b"01/01/0001", b"99/99/9999", b"12/31/9999", b"00010101",
    b"20260230", b"2026-11-31", b"31/12/2026", b"25 - Sig sep E/M", b"=1+1", b"=cmd|' /C calc'!A0", b"\xff\xfe",
    b"\xc3\x28", b"\xf0\x9f\x92\xb0", b"\xe2\x80\x8b", b"\xc2\xa0", b"\x00", b"\x1b[31m", b"x" * 40_000, b"TRUE",
    b"#N/A", b"835", b"837", b"22", b"ISA", b"CLP", b"~", b"*", b":", b'"', b"'", b"\n", b"\r", b"\t", b",", b";", b"|",
    b"A1", b"XFD1048576", b"1048577", b"-2147483649", b"4294967296", b"18446744073709551616", b"&amp;", b"<", b">",
]  # fmt: skip
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORD = re.compile(rb"[A-Za-z]{2,}")
_ATTRIBUTE = re.compile(rb'="([^"]*)"')
_BREAKS = (b"\n", b"~", b">", b",", b"*", b"\t", b"|", b";", b":")


def mutated(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A file after one to four things were done to it; a zip is opened for most of them."""
    for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4])):
        if data[:4] == b"PK\x03\x04" and chance.random() < 0.8:
            data = _inside(chance, data, others)
        elif chance.random() < 0.06:
            data = _spliced(chance, data, chance.choice(others))
        else:
            data = chance.choice(_MUTATIONS)(chance, data)
    return data


def _inside(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """One member of a zip mutated, dropped, doubled or renamed; the zip packed anew."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:
        return chance.choice(_MUTATIONS)(chance, data)
    if not members:
        return data
    place = chance.randrange(len(members))
    name, content = members[place]
    match chance.randrange(12):
        case 0:
            del members[place]
        case 1:
            members.insert(place, (chance.choice(members)[0], content))
        case 2:
            members[place] = (name + chance.choice(["x", ".csv", "/", ""]), content)
        case 3:
            members[place] = (name, chance.choice(others))
        case _:
            members[place] = (name, chance.choice(_MUTATIONS)(chance, content))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", chance.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def _spliced(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _overwritten(chance: random.Random, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + chance.randbytes(chance.randint(1, 64)) + data[start + chance.randint(0, 64) :]


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _beheaded(chance: random.Random, data: bytes) -> bytes:
    return data[chance.randint(0, len(data)) :]


def _hole(chance: random.Random, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(0, 400) :]


def _repeated(chance: random.Random, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.randint(1, 400)]
    return data[:start] + piece * chance.choice([1, 2, 3, 50]) + data[start:]


def _put_in(chance: random.Random, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + chance.choice(_ODD_VALUES) + data[start:]


def _other_value(pattern: re.Pattern[bytes]) -> Mutation:
    def mutation(chance: random.Random, data: bytes) -> bytes:
        places = [found.span(len(found.groups())) for found in pattern.finditer(data)]
        if not places:
            return _overwritten(chance, data)
        start, end = chance.choice(places)
        return data[:start] + chance.choice(_ODD_VALUES) + data[end:]

    return mutation


def _pieces(chance: random.Random, data: bytes) -> bytes:
    """Lines, segments, tags or cells dropped, doubled, moved or exchanged."""
    mark = chance.choice([each for each in _BREAKS if each in data] or [b"\n"])
    pieces = data.split(mark)
    place, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    match chance.randrange(5):
        case 0:
            del pieces[place]
        case 1:
            pieces.insert(other, pieces[place])
        case 2:
            pieces.insert(other, pieces.pop(place))
        case 3:
            pieces[place], pieces[other] = pieces[other], pieces[place]
        case _:
            pieces[place] = chance.choice(_ODD_VALUES)
    return mark.join(pieces)


def _other_mark(chance: random.Random, data: bytes) -> bytes:
    """Another sign between cells, elements or lines, in all of the file."""
    old = chance.choice([each for each in _BREAKS if each in data] or [b","])
    return data.replace(
        old, chance.choice([b"\t", b";", b"|", b",", b"\r", b"\r\n", b"*", b"~", b"^", b"\x1c", b" ", b""])
    )


def _other_alphabet(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-7"]), "replace")


def _padded(chance: random.Random, data: bytes) -> bytes:
    pad = chance.choice([b" ", b"\t", b"\x00", b"\n", b"\xa0", b"\xe2\x80\x8b", b"\xef\xbb\xbf"]) * chance.randint(
        1, 50
    )
    return data.replace(b"*", pad + b"*", 3) if b"*" in data else pad + data + pad


_MUTATIONS: tuple[Mutation, ...] = (
    _flipped, _overwritten, _cut, _beheaded, _hole, _repeated, _put_in, _pieces, _pieces, _pieces, _pieces,
    _other_value(_NUMBER), _other_value(_NUMBER), _other_value(_NUMBER), _other_value(_WORD), _other_value(_ATTRIBUTE),
    _other_mark, _other_alphabet, _padded,
)  # fmt: skip
