"""How the command line shows what commands found: problems, what became of files, failed formulas."""

from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from medoffice_xl.cli.app import complaints, console
from medoffice_xl.hosts.headless import Refreshed
from medoffice_xl.intake.files import Outcome
from medoffice_xl.problems import Problem, Severity

SHOWN = 20
"""Problems listed on the screen; all of them are on the sheet Problems."""

MATTER = (Severity.MONEY, Severity.DATA)


def problems_that_matter(outcomes: Sequence[Outcome]) -> list[Problem]:
    """The problems of money and data, money first, that the files brought."""
    found = [problem for outcome in outcomes for problem in outcome.problems if problem.severity in MATTER]
    return sorted(found, key=lambda problem: MATTER.index(problem.severity))


def show_outcomes(outcomes: Sequence[Outcome]) -> None:
    """One row a kind of file that was taken in, then what was refused."""
    table = Table(title="Brought in", title_justify="left")
    for heading in ("Kind", "Files", "New rows", "Changed", "Unchanged"):
        table.add_column(heading, justify="left" if heading == "Kind" else "right")
    for kind, files in sorted(Counter(outcome.kind for outcome in outcomes if outcome.kind).items()):
        counts = [count for outcome in outcomes if outcome.kind == kind for count in outcome.counts.values()]
        sums = (
            sum(count.added for count in counts),
            sum(count.changed + count.removed for count in counts),
            sum(count.unchanged for count in counts),
        )
        table.add_row(kind, f"{files:,}", *(f"{each:,}" for each in sums))
    if table.row_count:
        console.print(table)
    before = sum(outcome.already_there for outcome in outcomes)
    if before:
        console.print(
            f"{before:,} file{'s were' if before > 1 else ' was'} taken in before: nothing was changed for it."
        )
    for outcome in outcomes:
        if outcome.refused:
            complaints.print(f"{outcome.file}: {outcome.refused}", style="red", markup=False, highlight=False)


def show_problems(problems: Sequence[Problem]) -> None:
    """The first problems, and how many more there are."""
    for problem in problems[:SHOWN]:
        console.print(f"[{problem.severity}] {problem}", markup=False, highlight=False)
    if len(problems) > SHOWN:
        console.print(f"… and {len(problems) - SHOWN:,} more, all on the sheet Problems.")


def show_failures(refreshed: Refreshed) -> None:
    """Every formula that shows an error, with its reason."""
    for failure in refreshed.errors:
        complaints.print(f"{failure.cell} shows {failure.code}: {failure.reason}", markup=False, highlight=False)
