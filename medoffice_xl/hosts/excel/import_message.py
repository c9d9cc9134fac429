"""What is said after an import by button: short, however many files there were; the sheet Imports has the rest."""

from collections.abc import Sequence

from medoffice_xl.intake.file_outcome import FileOutcome
from medoffice_xl.tables import EXPORT_COLUMNS

FEW = 5
"""Up to so many files are told one by one; of more, so many refusals."""


def import_message(outcomes: Sequence[FileOutcome], further: Sequence[str]) -> str:
    """The message: each file where there are few, totals and the first refusals where there are many."""
    told = [_told(outcome) for outcome in outcomes] if len(outcomes) <= FEW else _totals(outcomes)
    return "\n".join([*told, *further])


def figures_that_changed(replaced: Sequence[str]) -> list[str]:
    """The remittances that replaced others, with their figures, up to a few; how many more there are."""
    more = len(replaced) - FEW
    return [
        *replaced[:FEW],
        *([f"{more:,} more remittances were replaced: see the sheet Problems."] if more > 0 else []),
    ]


def _told(outcome: FileOutcome) -> str:
    if outcome.to_say:
        return (
            f"{outcome.file}: nothing was taken from it yet. Say on the sheet {EXPORT_COLUMNS.sheet} {outcome.to_say} "
            "(under “Is”, or “Kind”), then import it again."
        )
    if outcome.refused:
        return f"{outcome.file}: nothing was taken from it. {outcome.refused}"
    if outcome.already_there:
        return f"{outcome.file}: it is in the workbook already; nothing was changed."
    return f"{outcome.file} ({outcome.kind}): {outcome.added:,} rows added, {outcome.changed:,} changed."


def _totals(outcomes: Sequence[FileOutcome]) -> list[str]:
    refused = [outcome for outcome in outcomes if outcome.refused]
    there = sum(outcome.already_there for outcome in outcomes)
    taken = len(outcomes) - len(refused) - there
    added, changed = sum(outcome.added for outcome in outcomes), sum(outcome.changed for outcome in outcomes)
    told = [f"{taken:,} of {len(outcomes):,} files taken in: {added:,} rows added, {changed:,} changed."]
    if there:
        told.append(f"{there:,} were in the workbook already.")
    if refused:
        told.append(f"{len(refused):,} were refused{f'; the first {FEW}' if len(refused) > FEW else ''}:")
        told += [
            f"  {_told(outcome)}" if outcome.to_say else f"  {outcome.file}: {outcome.refused}"
            for outcome in refused[:FEW]
        ]
    return [*told, "Details are on the sheet Imports."]
