"""Benchmarks: what good looks like, with where that was published. The user may change every row."""

from medoffice_xl.tables.schema import Table, number, text, whole

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
            choices=("lower", "higher"),
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
