"""Interest that payers owe for claims paid later than agreed."""

from datetime import date

import narwhals as nw

from medoffice_xl.areas.compliance.compliance import paid_in
from medoffice_xl.contracts.checked_rows import how_many, lines_of
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit

INTEREST_OWED = Definition(
    "Interest owed for late payment",
    "Σ (paid × yearly rate × days late ÷ 365, to the cent once a claim, less the interest paid with the claim)",
    "state prompt-payment laws, simple interest (the sheet Prompt pay laws); the practice's contracts (Prompt pay, "
    "Late interest, Prompt pay law)",
)


def interest_owed(
    lines: Frame, book: Rulebook, payer: str = "", first: date | None = None, last: date | None = None
) -> Measure:
    """Dollars of interest still due on claims paid late from `first` to `last`.

    `lines` are checked lines (medoffice_xl.contracts.checked_rows) under `book`. A claim counts where its contract
    says within how many days a clean claim is paid and at what interest, and where the day is known on which it was
    received or sent. Raises NoData where no contract says it, or nothing was paid in the time.
    """
    if not book.terms.prompt_pay.any():
        raise NoData(
            "No contract says how soon it pays and at what interest. Fill in Prompt pay and Late interest, or name a "
            "Prompt pay law."
        )
    which = paid_in(lines, payer, first, last)
    if not how_many(lines, which):
        raise NoData("No remittance was paid in this time.")
    is_owed = (*which, nw.col("interest_owed") > 0)
    late = lines_of(lines, is_owed, "late_days", "interest_owed", "interest_due")
    paid_with_claims = int(late["interest_owed"].sum() - late["interest_due"].sum())
    days = float((late["late_days"]).mean()) if len(late) else None
    return Measure(
        int(late["interest_due"].sum()),
        Unit.MONEY,
        INTEREST_OWED,
        parts=(
            Part("Claims paid late", len(late), Unit.COUNT),
            Part("Days late, on average", days, Unit.DAYS),
            Part("Interest owed", int(late["interest_owed"].sum()), Unit.MONEY),
            Part("Of it paid with the claims", paid_with_claims, Unit.MONEY),
        ),
        rows_used=len(late),
        left_out=_too_small(how_many(lines, (*which, nw.col("late_days") > 0, nw.col("interest_owed") == 0))),
        rows_behind=lambda: lines_of(lines, is_owed),
        notes=(
            "Only clean claims earn interest: a claim that the payer had to ask about is not one. Interest paid with "
            "a check as a whole (PLB L6) stands on Remittances and is not counted here.",
        ),
    )


def _too_small(claims: int) -> tuple[LeftOut, ...]:
    return (LeftOut("late, and the interest is less than half a cent", claims),) if claims else ()
