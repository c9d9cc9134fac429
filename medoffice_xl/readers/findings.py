"""The same finding on many rows: the first ones by name, the rest as ranges of lines. No row goes unnamed."""

from collections.abc import Collection, Iterable, Sequence

from medoffice_xl.problems import Problem, Severity

NAMED = 20
"""Rows that get a problem of their own before the rest is summed up."""

LISTED = 2_000
"""Lines that one problem lists: none may grow beyond what a cell holds."""


def counted(number: int, what: str) -> str:
    """A number of things in words.

    >>> counted(1, "rate"), counted(2_000, "rate")
    ('1 rate', '2,000 rates')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def row_problems(
    severity: Severity,
    problem: str,
    advice: str,
    file: str,
    places: Sequence[tuple[int, str]],
    column: str = "",
) -> list[Problem]:
    """A problem for each (line, value) of `places`; beyond NAMED, some that list the remaining lines."""
    named = [Problem(severity, problem, advice, file, line, column, value) for line, value in places[:NAMED]]
    rest = [line for line, _ in places[NAMED:]]
    for start in range(0, len(rest), LISTED):
        lines = rest[start : start + LISTED]
        more = f"The same on {len(lines):,} more rows, lines {line_ranges(lines)}: {problem}"
        named.append(Problem(severity, more, advice, file, lines[0], column))
    return named


def left_out(lines: Collection[int], what: str) -> str:
    """That the rows of these lines were left out, and why; nothing of what stands in them.

    >>> left_out([3, 4, 9], "repeat the headings")
    '3 rows repeat the headings; they were left out (lines 3–4, 9).'
    """
    return f"{len(lines):,} rows {what}; they were left out (lines {line_ranges(lines)})."


def line_ranges(lines: Iterable[int]) -> str:
    """Line numbers in short.

    >>> line_ranges([3, 4, 5, 9])
    '3–5, 9'
    """
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)
