"""Payer mix: whom the work is done for, and whom the money comes from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.balances import entered_undated
from medoffice_xl.ledger.claims_served import claims_served
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.first_billed import NO_PAYER, several_payers
from medoffice_xl.ledger.period import settled
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows import Frame, fetch
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.production.visits import visits

DEFINITION = Definition(
    "Payer mix",
    "share of charges, payments less refunds and visits by the payer first billed, over the same services; "
    "mix gap = share of payments − share of charges; yield = payments ÷ charges",
    "HITEQ and Primary Care Development Corporation, Payer Mix Analysis Tool (mix); "
    "Texas Medical Association, contract screen (yield)",
)

COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Charges", Unit.MONEY),
    BreakdownColumn("Share of charges", Unit.PERCENT),
    BreakdownColumn("Payments", Unit.MONEY),
    BreakdownColumn("Share of payments", Unit.PERCENT),
    BreakdownColumn("Mix gap", Unit.PERCENT),
    BreakdownColumn("Visits", Unit.COUNT),
    BreakdownColumn("Share of visits", Unit.PERCENT),
    BreakdownColumn("Yield", Unit.PERCENT),
)


@dataclass(frozen=True, slots=True)
class Share:
    """One payer's charges and money, in cents, and visits."""

    charges: int = 0
    money: int = 0
    visits: int = 0

    def plus(self, other: "Share") -> "Share":
        """Both together."""
        return Share(self.charges + other.charges, self.money + other.money, self.visits + other.visits)

    def row(self, name: str, whole: "Share") -> tuple[str | int | float | None, ...]:
        """The row of the breakdown; shares of nothing are empty."""
        of_charges, of_money = _ratio(self.charges, whole.charges), _ratio(self.money, whole.money)
        gap = None if of_charges is None or of_money is None else of_money - of_charges
        return (
            *(name, self.charges, of_charges, self.money, of_money, gap),
            *(self.visits, _ratio(self.visits, whole.visits), _ratio(self.money, self.charges)),
        )


def payer_mix(
    charges: Frame, payments: Frame, as_of: date, window: int = 365, top: int = 0, settle: int = 0
) -> Breakdown:
    """Each payer's share of charges, payments and visits, over the services of the `window` days to `as_of`, or to
    `settle` days before it, so that all of them had time to be paid.

    Payments are all money posted by `as_of` for these services, whoever sent it, so that both shares are of the same
    services; a claim with services outside the period counts by its lines inside. Self-pay patients are a payer like
    the others. A visit is a patient seen by a provider on a day; without an account number, a claim. `top` payers by
    charges are shown, the others in one row. Raises NoData when nothing was served.
    """
    period = settled(as_of, window, settle)
    owing = accounts(charges, payments, as_of)
    claims = claims_served(owing.entries, period)
    sums = fetch(claims.group_by("payer").agg(nw.col("charge", "money").sum(), claims=nw.len()))
    if not sums:
        raise NoData(f"No services were charged from {period}.")
    seen: dict[str, int] = defaultdict(int)
    for (payer, _), count in visits(owing.entries, period).items():
        seen[payer] += count
    shares = {row["payer"]: Share(row["charge"], row["money"], seen[row["payer"]]) for row in sums}
    shares = {name or NO_PAYER: share for name, share in shares.items()}
    whole = _together(shares.values())
    shown = largest(shares, top, lambda share: (share.charges, share.money), _together)
    return Breakdown(
        columns=COLUMNS,
        body=[share.row(name, whole) for name, share in {**shown, "Total": whole}.items()],
        definition=DEFINITION,
        parts=[
            Part("Charges", whole.charges, Unit.MONEY),
            Part("Payments", whole.money, Unit.MONEY),
            Part("Visits", whole.visits, Unit.COUNT),
            Part("Payers", len(shares), Unit.COUNT),
            *period.parts,
        ],
        rows_used=sum(row["claims"] for row in sums),
        left_out=owing.capitated_charges(period, "dos"),
        notes=[*entered_undated(owing), *several_payers(owing.entries)],
        rows_behind=lambda: rows_behind(claims, "claim_id", "payer", "served", "charge", "money"),
    )


def _together(shares: Iterable[Share]) -> Share:
    whole = Share()
    for share in shares:
        whole = whole.plus(share)
    return whole


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
