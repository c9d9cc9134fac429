"""The rows of a file under its heading row, by field: what every reader of a table starts from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.coded import Coded, coded
from medoffice_xl.readers.findings import line_ranges, row_problems
from medoffice_xl.readers.headers import Match, find_header
from medoffice_xl.readers.heading_rows import are_headings, no_headings
from medoffice_xl.readers.identifiers import identifying
from medoffice_xl.readers.mapping import check_fields, mapping_beside, missing_columns
from medoffice_xl.readers.same_headings import Head, joined
from medoffice_xl.readers.sheets import Cell, Grid, read_grids
from medoffice_xl.readers.shifted import shifted_problems, shifted_rows
from medoffice_xl.tables import Column


@dataclass(frozen=True, slots=True)
class Body:
    """Cells by field, and the line each row stands on. Fields the file does not have are not in `cells`."""

    file: str
    match: Match
    lines: list[int]
    cells: dict[str, Sequence[Cell]]
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> Coded:
        """The cells of a field, in the order of the rows; blanks where the file does not have it."""
        if name not in self.cells:
            return Coded(np.zeros(len(self), dtype=np.intp), [""])
        return coded(self.cells[name])

    def without(self, rows: Collection[int]) -> "Body":
        """The body less the rows at these positions."""
        if not rows:
            return self
        kept = np.ones(len(self), dtype=bool)
        kept[list(rows)] = False
        cells: dict[str, Sequence[Cell]] = {name: coded(column).rows(kept) for name, column in self.cells.items()}
        lines = [line for line, stays in zip(self.lines, kept.tolist(), strict=True) if stays]
        return Body(self.file, self.match, lines, cells, self.problems)


def open_body(
    path: Path,
    kind: str,
    columns: Sequence[Column],
    needed: Sequence[str],
    mapping: Mapping[str, str] | None = None,
    private: Callable[[Sequence[str]], Sequence[str]] = identifying,
    whose: str = "patients",
) -> Body:
    """The rows of the sheet that names the most of `columns`.

    `private` says which of the headings that are not used are not even named as such, and `whose` they are. Raises
    CannotRead where a column of `needed` is missing, with a mapping to fill in.
    """
    mapping = mapping_beside(path) if mapping is None else mapping
    names = {column.name for column in columns}
    here = {theirs: name for theirs, name in mapping.items() if name in names}
    grids = [grid for grid in read_grids(path) if grid.rows]
    if not grids:
        raise CannotRead(f"{path.name} is empty. Export it again.")
    matches = [find_header(grid, columns, here) for grid in grids]
    best = max(range(len(grids)), key=lambda index: len(matches[index].places))
    whole = joined(grids, [Head(each.row, each.row, each.headings) for each in matches], best)
    grid, match = whole.grid, matches[best]
    missing = [column for column in columns if column.name in needed and column.name not in match.places]
    if missing and not are_headings(grid.rows[match.row], grid.rows[match.row + 1 :]):
        raise no_headings(path.name)
    if missing:
        raise missing_columns(path.name, kind, match, missing, columns)
    body = body_of(grid, match)
    body.problems.extend([*whole.problems, *remarks_on(grid, match, whole.others, private(match.unused), whose)])
    return body


def check_mapping(mapping: Mapping[str, str], kinds: Sequence[Sequence[Column]]) -> None:
    """Raise CannotRead where a mapping names a field that no kind of file has."""
    check_fields(mapping.values(), (column.name for columns in kinds for column in columns))


def body_of(grid: Grid, match: Match) -> Body:
    """The rows under the headings, by field; rows that have more cells than there are headings are reported."""
    width = len(match.headings)
    rows: list[list[Cell]] = []
    lines: list[int] = []
    too_long: list[tuple[int, str]] = []
    for line, row in zip(grid.lines[match.row + 1 :], grid.rows[match.row + 1 :], strict=True):
        if len(row) > width and any(cell not in ("", None) for cell in row[width:]):
            too_long.append((line, f"{len(row)} cells"))
            continue
        rows.append(row if len(row) == width else [*row[:width], *[""] * (width - len(row))])
        lines.append(line)
    gone = shifted_rows(list(zip(*rows, strict=True)))
    shifted = shifted_problems(grid.file, [lines[place] for place in gone])
    for place in reversed(gone):
        del rows[place], lines[place]
    columns = list(zip(*rows, strict=True)) or [()] * width
    cells: dict[str, Sequence[Cell]] = {name: coded(columns[place]) for name, place in match.places.items()}
    long = row_problems(
        Severity.DATA,
        f"The row has more cells than there are headings ({width}); it was not taken in.",
        "A name or note with a comma in it may not be quoted. Correct the row and import the file again.",
        grid.file,
        too_long,
    )
    problems = [*grid.problems, *shifted, *long]
    return Body(grid.file, match, lines, cells, problems)


def remarks_on(
    grid: Grid,
    match: Match,
    other_sheets: Sequence[str],
    private: Sequence[str] | None = None,
    whose: str = "patients",
) -> list[Problem]:
    """What was left aside before the first row was looked at, in words.

    `private` are the headings of columns that say who somebody is, and `whose` they are; by default those of a patient
    that are known by name.
    """
    file, heading_line = grid.file, grid.lines[match.row]
    remarks: list[Problem] = []

    def remark(problem: str, advice: str, severity: Severity = Severity.NOTE, column: str = "") -> None:
        remarks.append(Problem(severity, problem, advice, file, heading_line, column))

    above = line_ranges(grid.lines[: match.row - match.height + 1])
    if above:
        remark(f"The headings are on line {heading_line}; what is above (lines {above}) is a title.", "Nothing to do.")
    if any(other_sheets):
        remark(f"Only the sheet “{grid.sheet}” was read, not {', '.join(other_sheets)}.", "Save others as files.")
    elif other_sheets:
        remark(f"Only one of the {len(other_sheets) + 1} tables was read.", "Save others as files.")
    for name, heading in match.rivals:
        remark(
            f"“{match.heading(name)}” was read as {name}; “{heading}” could be it too and was left aside.",
            f'If the other is right, import with the mapping {{"{heading}": "{name}"}}.',
            Severity.DATA,
            heading,
        )
    private = identifying(match.unused) if private is None else private
    if private:
        remark(f"Left out to keep {whose} private: {', '.join(private)}.", "Nothing to do.")
    unused = [heading for heading in match.unused if heading not in private]
    if unused:
        remark(f"Columns that were not used: {', '.join(unused)}.", "Map one to a field if it is needed.")
    return remarks
