"""What a remittance that was in the workbook already changes there, figure by figure, in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from medoffice_xl.intake.merge import in_words
from medoffice_xl.intake.versions import Arrival, Restated, Version
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import REMITS, REMITTANCES, Kind, Table

REPLACED = "was there already and was replaced"

TOLD = 6
"""Changes told one by one of each remittance."""

_OF_CHECK = ("amount", "claims_paid", "provider_adj", "payee", "payee_npi", "method", "handling")
_LINE = ("claim_id", "payer_claim_no", "claim_status", "code", "mod1", "mod2", "mod3", "mod4", "line_control")
_AMOUNTS = ("charge", "paid", "contractual", "patient_resp", "other_adj", "payer_adj", "interest")

Line = tuple[str, ...]
Figures = Mapping[str, Any]


def restated_remarks(file: str, arrival: Arrival) -> list[Problem]:
    """What became of each remittance of a file that another version was there of."""
    return [
        *(_restated(file, each) for each in arrival.restated),
        *(_beside(file, before, after) for before, after in arrival.beside),
    ]


def replacements(problems: Iterable[Problem]) -> list[str]:
    """What was said of remittances whose figures changed."""
    return [f"{each.file}: {each.problem}" for each in problems if REPLACED in each.problem]


def _restated(file: str, met: Restated) -> Problem:
    if met.before_stands:
        return _about(
            met.after,
            Severity.DATA,
            "is there in a version that was made later or is more complete; this one was not taken in.",
            "Nothing to do if the version in the workbook is right.",
            file,
        )
    money, other = _money_changes(met), _other_changes(met)
    changes = [*money, *other]
    if not changes:
        return _about(met.after, Severity.NOTE, "was there already; it counts once.", "Nothing to do.", file)
    more = [f"and {len(changes) - TOLD:,} more"] if len(changes) > TOLD else []
    return _about(
        met.after,
        Severity.MONEY if money else Severity.DATA,
        f"{REPLACED}: {'; '.join([*changes[:TOLD], *more])}.",
        "Compare with the deposit; nothing to do if the later version is right.",
        file,
    )


def _beside(file: str, before: Version, after: Version) -> Problem:
    claims = sorted({claim for claim, _, _ in before.claims & after.claims})
    return _about(
        after,
        Severity.DATA,
        f"answers {'claim' if len(claims) == 1 else 'claims'} {', '.join(claims[:5])} as another remittance with the "
        "same number and day does; both stand.",
        "If one corrects the other, take the wrong one's rows off the sheets Remits and Remittances.",
        file,
    )


def _about(version: Version, severity: Severity, what: str, advice: str, file: str) -> Problem:
    row = version.row
    of = f" of {row['paid_date']:%m/%d/%Y}" if pd.notna(row["paid_date"]) else ""
    check = f"The check or EFT {row['trace'] or 'without a number'} of {row['payer']}{of}"
    return Problem(severity, f"{check} {what}", advice, file, column="TRN02", value=row["trace"])


def _money_changes(met: Restated) -> list[str]:
    amounts = (name for name in _OF_CHECK if REMITTANCES[name].kind is Kind.MONEY)
    before, after = _lines(met.before), _lines(met.after)
    lines = dict.fromkeys([*before, *after])
    return [
        *_cells(REMITTANCES, amounts, met.before.row, met.after.row),
        *(change for line in lines for change in _line_changes(line, before.get(line), after.get(line))),
    ]


def _other_changes(met: Restated) -> list[str]:
    facts = (name for name in _OF_CHECK if REMITTANCES[name].kind is not Kind.MONEY)
    return list(_cells(REMITTANCES, facts, met.before.row, met.after.row))


def _lines(version: Version) -> dict[Line, dict[str, Any]]:
    """The figures of each service line; lines that nothing tells apart are one."""
    found: dict[Line, dict[str, Any]] = {}
    for row in version.lines[[*_LINE, *_AMOUNTS, "adjustments"]].to_dict("records"):
        line = tuple(str(row[name]) for name in _LINE)
        sums = found.setdefault(line, {**dict.fromkeys(_AMOUNTS, 0), "adjustments": ""})
        for name in _AMOUNTS:
            sums[name] += row[name]
        sums["adjustments"] = "; ".join(filter(None, (sums["adjustments"], row["adjustments"])))
    return found


def _line_changes(line: Line, before: Figures | None, after: Figures | None) -> Iterator[str]:
    name = " ".join(filter(None, ("claim", line[0], line[_LINE.index("code")])))
    if before is None and after is not None:
        yield f"{name} is new, paid {show(after['paid'])}"
    elif after is None and before is not None:
        yield f"{name} is gone, it was paid {show(before['paid'])}"
    elif before is not None and after is not None:
        yield from (f"{name}: {change}" for change in _cells(REMITS, (*_AMOUNTS, "adjustments"), before, after))


def _cells(table: Table, names: Iterable[str], before: Figures, after: Figures) -> Iterator[str]:
    for name in names:
        if before[name] != after[name]:
            old, new = (in_words(table[name], each[name]) or "empty" for each in (before, after))
            yield f"{table[name].header} {old} → {new}"
