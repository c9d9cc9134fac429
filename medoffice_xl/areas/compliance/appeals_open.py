"""How many underpaid claims have come how far with their appeal, and what they are short."""

from datetime import date

import narwhals as nw

from medoffice_xl.areas.compliance.appeals import worklist
from medoffice_xl.contracts.short_lines import short_lines_of
from medoffice_xl.errors import BadArgument
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appeals import APPEAL_STATUSES, DETECTED

DEFINITION = Definition(
    "Underpaid claims by appeal",
    "claims allowed below their contract, by what was answered up to the day, whose newest step on Appeals up to the "
    "day is the one asked for; a claim without a step is detected",
    "medoffice_xl's own",
)


def underpaid_claims(tables: Tables, as_of: date, status: str = DETECTED) -> Measure:
    """How many underpaid claims have come so far on the day; their dollars are a part. None is 0."""
    wanted = status.strip().casefold() or DETECTED
    if wanted not in APPEAL_STATUSES:
        raise BadArgument(f"“{status}” is no step of an appeal; choose {', '.join(APPEAL_STATUSES)}.")
    found = worklist(short_lines_of(tables, as_of), tables.get("appeals"), as_of)
    claims = found[(found["status"] == wanted) & (found["underpaid"] > 0)]
    rows = claims.assign(balance=claims["underpaid"], kind=claims["status"])
    return Measure(
        len(claims),
        Unit.COUNT,
        DEFINITION,
        parts=[
            Part("Underpaid", int(claims["underpaid"].sum()), Unit.MONEY),
            Part("Step", wanted, Unit.TEXT),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(claims),
        rows_behind=lambda: rows_behind(nw.from_native(rows).lazy(), "claim_id", "payer", "kind", "balance"),
    )
