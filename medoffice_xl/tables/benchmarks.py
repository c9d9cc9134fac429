"""Benchmarks: what good looks like, with where that was published. The user may change every row."""

from collections.abc import Iterable
from dataclasses import dataclass

from medoffice_xl.measure import Unit
from medoffice_xl.tables.schema import Table, number, text, whole

LOWER, HIGHER = "lower", "higher"

BENCHMARKS = Table(
    name="benchmarks",
    sheet="Benchmarks",
    excel_name="tblBenchmarks",
    doc="Published figures to compare with, each with its source and year. Change them to the practice's own goals.",
    key=("measure",),
    columns=(
        text("measure", "Measure", "Which measure the row is for.", required=True, width=34),
        text(
            "better",
            "Better is",
            "Which direction is better.",
            required=True,
            choices=(LOWER, HIGHER),
            width=10,
        ),
        number("good", "Good", "At or beyond this is good.", required=True, width=10),
        number("poor", "Poor", "At or beyond this is poor; between the two is fair.", required=True, width=10),
        text(
            "unit",
            "Unit",
            "What the figures count.",
            required=True,
            choices=("days", "%", "$", "ratio"),
            width=8,
        ),
        text("source", "Source", "Where the figure was published.", required=True, width=48),
        whole("year", "Year", "Year the figure is of; empty where the source does not say.", width=8),
        text("note", "Note", "What to keep in mind.", width=60, counts=False),
    ),
)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One row of the table as it comes with the package. `unit` is days or percent."""

    measure: str
    better: str
    good: float
    poor: float
    unit: Unit
    source: str
    year: int | None
    note: str


def benchmark_rows(benchmarks: Iterable[Benchmark]) -> list[tuple[object, ...]]:
    """The rows as cells, in the order of the table's columns."""
    return [
        (each.measure, each.better, each.good, each.poor, str(each.unit), each.source, each.year, each.note)
        for each in benchmarks
    ]
