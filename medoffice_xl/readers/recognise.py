"""What kind of file it is, from its content: every reader says how sure it is, and the surest one reads it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers import charge_master, costs, drug_prices, fee_schedule, pm_export, quickbooks, unit_limits
from medoffice_xl.readers.body import check_mapping
from medoffice_xl.readers.file import File
from medoffice_xl.readers.foreign import refuse_foreign
from medoffice_xl.readers.heading_rows import are_headings
from medoffice_xl.readers.mapping import BESIDE, mapping_beside
from medoffice_xl.readers.reader import CERTAIN, NO, Reader, imported_later
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.seen import Remembered, Seen, Unclear, remembered_of, seen_columns, told_apart
from medoffice_xl.readers.told import Told
from medoffice_xl.tables import FEE_SCHEDULES

NEAR = 10
"""Two readers less than this apart are a tie: the user says which it is."""


class NotSure(Unclear):
    """A file may be of several kinds; `kinds` are those, the likeliest first."""

    def __init__(self, file: File, kinds: Sequence[str]) -> None:
        named = " or ".join(f"--kind “{kind}”" for kind in kinds)
        message = f"{file.name} may be {_either(kinds)}. Say which it is with {named}."
        super().__init__(message, _columns_of(file), kinds)


REMITTANCE = imported_later("835", "medoffice_xl.readers.era")
MEDICARE = imported_later("Medicare fee schedule", "medoffice_xl.readers.mpfs")
_INTERCHANGE = b"ISA"
"""How files of X12 begin, and no others: only the reader of remittances may know one."""

OF_CMS: tuple[Reader, ...] = (MEDICARE, drug_prices.READER, unit_limits.READER)
"""The readers of files that CMS offers, alone or in its zips."""

_FIRST: tuple[Reader, ...] = (
    REMITTANCE,
    pm_export.READER,
    fee_schedule.READER,
    *OF_CMS,
    charge_master.READER,
    costs.READER,
    quickbooks.READER,
)
"""The readers of what is everybody's; an area's own stand in its manifest."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, those of the areas last. Areas stand above this room: their manifests are read when asked for."""
    of_areas = (reader for area in import_module("medoffice_xl.areas").every() for reader in area.readers)
    return (*_FIRST, *of_areas)


def kinds() -> tuple[str, ...]:
    """What `--kind` may say."""
    return tuple(reader.kind for reader in readers())


def read_file(
    path: Path,
    kind: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    payer: str = "",
    effective: date | None = None,
    today: date | None = None,
    layouts: Mapping[str, Remembered] | None = None,
) -> Reading:
    """A file as tables. `kind` is one of `kinds()`; by default it is recognised from the content.

    `mapping` is by default the one that lies beside the file; it and the other arguments are what `File` tells of
    them. `layouts` is what was said before of files with the same headings. Raises CannotRead; Unclear where the user
    has to say something first.
    """
    file = _opened(path, mapping, payer=payer, effective=effective, today=today)
    before = None if not layouts or file.is_zip else remembered_of(file.grid, layouts)
    if before:
        file = replace(file, mapping={**before.mapping, **file.mapping})
        kind = kind or before.kind
    reading = (_of_kind(kind) if kind else surest(file, readers())).read(file)
    return replace(reading, told=str(Told("", file.mapping, payer, effective)))


def read_together(paths: Sequence[Path]) -> dict[Path, Reading]:
    """What `read_file` gives of files that are quicker read together, by path; the others are left out.

    A file is among them if it says itself what it is, nothing is told of it, and nothing is wrong with it.
    """
    chosen = [path for path in paths if not (path.parent / BESIDE).exists()]
    together = REMITTANCE.read_together
    return dict(together(chosen)) if together and len(chosen) > 1 else {}


def read_cms_file(path: Path) -> Reading:
    """One of CMS's own files, and no other: the fee schedule's, base units, drug payment limits, unit limits.

    Raises CannotRead.
    """
    file = _opened(path)
    return (_surest_or_none(file, OF_CMS) or MEDICARE).read(file)


def kind_of(path: Path, mapping: Mapping[str, str] | None = None) -> str:
    """Which of `kinds()` a file is. Raises CannotRead where its content does not say."""
    return surest(_opened(path, mapping), readers()).kind


def surest(file: File, among: Sequence[Reader]) -> Reader:
    """The reader that is surest of a file. Raises NotSure where two are about as sure, CannotRead where none is."""
    if not file.begins.strip():
        raise CannotRead(f"{file.name} is empty. Export it again.")
    refuse_foreign(file.path, file.begins)
    if REMITTANCE in among and _is_interchange(file) and REMITTANCE.recognises(file) == CERTAIN:
        return REMITTANCE
    found = _surest_or_none(file, among)
    if found is None:
        raise CannotRead(_unknown_zip(file) if file.is_zip else _unknown(file))
    return found


def _is_interchange(file: File) -> bool:
    return file.begins.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_INTERCHANGE)


def _surest_or_none(file: File, among: Iterable[Reader]) -> Reader | None:
    sure: list[tuple[int, Reader]] = []
    refused: list[CannotRead] = []
    for reader in among:
        try:
            sure.append((reader.recognises(file), reader))
        except CannotRead as error:
            refused.append(error)
    ranked = sorted((each for each in sure if each[0] > NO), key=lambda each: -each[0])
    if refused and not ranked:
        raise refused[0]
    if not ranked:
        return None
    near = [reader.kind for how_sure, reader in ranked if ranked[0][0] - how_sure < NEAR]
    if len(near) > 1:
        raise NotSure(file, near)
    return ranked[0][1]


def _opened(path: Path, mapping: Mapping[str, str] | None = None, **told: Any) -> File:
    if not path.is_file():
        raise CannotRead(f"{path} is not there. Check the name and the folder.")
    mapping = mapping_beside(path) if mapping is None else mapping
    check_mapping(mapping, [reader.columns for reader in readers()])
    return File(path, mapping, **told)


def _columns_of(file: File) -> Seen | None:
    """The columns of a file of which nothing is known yet: those of its widest row."""
    rows = file.grid.rows
    if not rows:
        return None
    widest = max(range(len(rows)), key=lambda index: len(rows[index]))
    if not are_headings(rows[widest], rows[widest + 1 :]):
        return None
    headings = told_apart([str("" if cell is None else cell).strip() for cell in rows[widest]])
    return seen_columns(headings, [""] * len(headings), rows[widest + 1 :])


def _of_kind(kind: str) -> Reader:
    for reader in readers():
        if reader.kind == kind:
            return reader
    raise CannotRead(f"“{kind}” is no kind of file. Use one of: {', '.join(kinds())}.")


def _unknown_zip(file: File) -> str:
    return (
        f"{file.name} is a zip, and none of CMS's files of fee schedules, drug prices or unit limits is in it. "
        "Unpack it and import the files that are in it."
    )


def _unknown(file: File) -> str:
    """What the file shows and what was looked for, as far as it is a table."""
    wanted = (
        f"{file.name} is not a file that is known here. "
        "An 835 begins with ISA. A charge export needs claim, date of service, payer, code and charge; "
        f"a fee schedule {', '.join(column.name for column in FEE_SCHEDULES if column.required)}."
    )
    rows = file.grid.rows
    if not rows or max(len(row) for row in rows) < 2:
        return f"{wanted} Export it as CSV or .xlsx, or say what it is with --kind."
    place = max(
        range(len(rows)), key=lambda each: sum(isinstance(cell, str) and bool(cell.strip()) for cell in rows[each])
    )
    headings = rows[place]
    if not are_headings(headings, rows[place + 1 :]):
        return (
            f"{wanted} No row of it says what its columns are. Export it with the names of its columns in the first "
            "row, or say what it is with --kind."
        )
    seen = ", ".join(f"“{str(cell).strip()}”" for cell in headings if str(cell).strip())
    return (
        f"{wanted} Its headings seem to be {seen}. Say what it is with --kind charges or --kind “fee schedule”; "
        'you are then shown a mapping to fill in, such as {"Tkt": "claim_id"}.'
    )


def _either(kinds: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
