"""The A/R bridge: from what was owed at one month's end to what is owed now, line by line, to the cent.

What was posted before the opening day, and typed in after it, does not belong to the month: it restates the opening.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import narwhals as nw

from medoffice_xl.areas.receivables.monthly import counted_from, months_up_to
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.balances import claims_left_out, entered_undated, receivable
from medoffice_xl.ledger.entries import CONTRACTUAL, REFUND, Accounts, accounts
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows import Frame, Rows, fetch, fetch_one, flag, moment
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.money import show
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables.payments import WRITE_OFFS

EVERYTHING = Scope()
MOST_MONTHS = 120

CHARGED, VOIDED, UNAPPLIED = "Charges", "Voids", "Unapplied cash"
OTHER = "Other adjustments"
_BY_KIND = {
    "insurance payment": "Insurance payments",
    "patient payment": "Patient payments",
    CONTRACTUAL: "Contractual adjustments",
    "denial write-off": "Denials written off",
    "small balance": "Small balances",
    "other adjustment": OTHER,
    "bad debt": "Bad debt",
    REFUND: "Refunds",
    "recoupment": "Recoupments",
}
LINES = (CHARGED, VOIDED, *_BY_KIND.values(), UNAPPLIED)
"""What moves A/R, in the order of the bridge."""

WRITTEN_OFF = tuple(_BY_KIND[kind] for kind in WRITE_OFFS)
"""Lines that lower A/R without money and without a contract."""

_MOVES = ("claim_id", "payer", "kind", "counts", "owed", "lines")

OPENING, RESTATED, RESTATED_OPENING, CLOSING = "Opening A/R", "Restated since", "Restated opening", "Closing A/R"

DEFINITION = Definition(
    "A/R bridge",
    "closing A/R = opening A/R as it stood then + what was posted before and typed in since + charges − voids − "
    "payments − adjustments + refunds + recoupments of the months, each entry on its posting day (or the day its claim "
    "was first charged)",
    "MediTouch, A/R reconciliation: beginning A/R + charges − payments − adjustments = ending A/R",
)

COLUMNS = (BreakdownColumn("Line", Unit.TEXT), BreakdownColumn("Amount", Unit.MONEY))
PAYER_COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    *(BreakdownColumn(name, Unit.MONEY) for name in (OPENING, RESTATED, *LINES, CLOSING)),
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """What was owed at the opening as it stood then, what restates it, and what moved it since, in cents."""

    opening: int
    restated: int
    moved: Mapping[str, int]

    @property
    def restated_opening(self) -> int:
        """The opening with what was typed in since."""
        return self.opening + self.restated

    @property
    def closing(self) -> int:
        """What is owed at the end."""
        return self.restated_opening + sum(self.moved.values())

    @property
    def written_off(self) -> int:
        """What was written off that no contract took, positive."""
        return -sum(self.moved[line] for line in WRITTEN_OFF)

    @staticmethod
    def together(bridges: "list[Bridge]") -> "Bridge":
        """Several bridges as one."""
        return Bridge(
            sum(one.opening for one in bridges),
            sum(one.restated for one in bridges),
            {line: sum(one.moved[line] for one in bridges) for line in LINES},
        )


def ar_bridge(charges: Frame, payments: Frame, as_of: date, months: int = 1, scope: Scope = EVERYTHING) -> Breakdown:
    """From the A/R at the end of the month before (of `months` months before) to that of the day, line by line.

    Amounts raise A/R where they are positive. “Restated since” is what the opening would be today less what it was
    then: entries posted by the opening day and typed in later (column *Entered*), claims found to be capitated since.
    Capitated lines are left out, unapplied cash has a line of its own, and a line that nothing moved is 0. The closing
    equals A/R to the cent. Raises NoData where nothing has been charged.
    """
    first, owing, by_payer = _bridges(charges, payments, as_of, months, scope)
    whole = Bridge.together(list(by_payer.values()))
    return Breakdown(
        columns=COLUMNS,
        body=[
            (OPENING, whole.opening),
            (RESTATED, whole.restated),
            (RESTATED_OPENING, whole.restated_opening),
            *whole.moved.items(),
            (CLOSING, whole.closing),
        ],
        definition=DEFINITION,
        parts=[
            Part("Opening day", first, Unit.DATE),
            Part("Closing day", as_of, Unit.DATE),
            Part("Written off that no contract took", whole.written_off, Unit.MONEY),
            Part("Credit balances in the closing A/R", receivable(owing).credit, Unit.MONEY),
        ],
        rows_used=_moved_rows(owing, first),
        left_out=claims_left_out(owing),
        notes=[*_restated_note(whole, first), *entered_undated(owing)],
        rows_behind=lambda: _rows(owing, first),
    )


def ar_bridge_by_payer(charges: Frame, payments: Frame, as_of: date, months: int = 1, top: int = 0) -> Breakdown:
    """The same, one row a payer (the one first billed), the largest closing A/R first; the last row is the total.

    What became another payer's claim since, by a line entered later, restates both openings and adds up to nothing.
    """
    first, owing, by_payer = _bridges(charges, payments, as_of, months, EVERYTHING)
    shown = largest(by_payer, top, lambda one: one.closing, lambda several: Bridge.together(list(several)))
    whole = Bridge.together(list(by_payer.values()))
    return Breakdown(
        columns=PAYER_COLUMNS,
        body=[
            (name, one.opening, one.restated, *one.moved.values(), one.closing)
            for name, one in {**shown, "Total": whole}.items()
        ],
        definition=DEFINITION,
        parts=[Part("Opening day", first, Unit.DATE), Part("Closing day", as_of, Unit.DATE)],
        rows_used=_moved_rows(owing, first),
        left_out=claims_left_out(owing),
        notes=[*_restated_note(whole, first), *entered_undated(owing)],
        rows_behind=lambda: _rows(owing, first),
    )


def bridge(charges: Frame, payments: Frame, as_of: date, months: int = 1, scope: Scope = EVERYTHING) -> Bridge:
    """The bridge as numbers."""
    return Bridge.together(list(_bridges(charges, payments, as_of, months, scope)[2].values()))


def opening_day(as_of: date, months: int) -> date:
    """The end of the month before the `months` months that end with the one of the day."""
    if not 1 <= months <= MOST_MONTHS:
        raise OutOfRange(f"You asked for a bridge over {months:,} months; give 1 to {MOST_MONTHS}.")
    return next(months_up_to(as_of, months)).first - timedelta(days=1)


def _bridges(
    charges: Frame, payments: Frame, as_of: date, months: int, scope: Scope
) -> tuple[date, Accounts, dict[str, Bridge]]:
    first = opening_day(as_of, months)
    owing = accounts(charges, payments, as_of).of(scope)
    sums = fetch(
        _moves(owing)
        .with_columns(before=flag(nw.col("counts") <= moment(first)))
        .group_by("payer", "kind", "before")
        .agg(nw.col("owed").sum(), nw.col("lines").sum())
    )
    if not any(row["lines"] for row in sums):
        raise NoData(f"Nothing has been charged{f' for {scope}' if scope.names else ''} up to {as_of:%m/%d/%Y}.")
    then = _opening(charges, payments, first, scope)
    now: dict[str, int] = defaultdict(int)
    moved: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(LINES, 0))
    for row in sums:
        if row["before"]:
            now[row["payer"]] += row["owed"]
        else:
            moved[row["payer"]][_line(row["kind"])] += row["owed"]
    payers = sorted({*then, *now, *moved})
    return (
        first,
        owing,
        {
            payer or NO_PAYER: Bridge(then.get(payer, 0), now[payer] - then.get(payer, 0), moved[payer])
            for payer in payers
        },
    )


def _opening(charges: Frame, payments: Frame, first: date, scope: Scope) -> dict[str, int]:
    """A/R by payer on the opening day, of what had been typed in by then."""
    known = accounts(charges, typed_in_by(payments, first), first).of(scope)
    owed = counted_from(known.entries.select("claim_id", "payer", "day", "lines", "amount")).select("payer", "owed")
    sums = fetch(nw.concat([owed, _cash(known).select("payer", "owed")]).group_by("payer").agg(nw.col("owed").sum()))
    return {row["payer"]: row["owed"] for row in sums if row["owed"]}


def typed_in_by(payments: Frame, day: date) -> Frame:
    """The payments without those that were posted by the day and typed in after it; the same frame where none was."""
    rows = nw.from_native(payments).lazy()
    if "entered" not in rows.collect_schema():
        return payments
    entered, posted = (nw.col(name).cast(nw.Datetime("us")) for name in ("entered", "post_date"))
    late = ~entered.is_null() & (entered > moment(day)) & (posted.is_null() | (posted <= moment(day)))
    if not len(rows.filter(late).head(1).collect()):
        return payments
    return rows.filter(~late).to_native()


def _moves(owing: Accounts) -> Rows:
    """What changed A/R: `owed` from the day `counts` on, by `payer` and `kind`; charges, voids and unapplied cash have
    the names of their lines."""
    return remembered(_moved, owing)


def _moved(owing: Accounts) -> Rows:
    entries = owing.entries.select("claim_id", "payer", "day", "amount", "charge", "lines", "kind")
    charge = nw.when(nw.col("charge") < 0).then(nw.lit(VOIDED)).otherwise(nw.lit(CHARGED))
    kind = nw.when(nw.col("lines") > 0).then(charge).otherwise(nw.col("kind"))
    entries = counted_from(entries).with_columns(kind=kind)
    return unchanging(nw.concat([entries.select(*_MOVES), _cash(owing)]))


def _cash(owing: Accounts) -> Rows:
    """Unapplied cash, as what changed A/R."""
    return owing.unapplied.filter(~nw.col("day").is_null()).select(
        claim_id=nw.lit("", nw.String()),
        payer="payer",
        kind=nw.lit(UNAPPLIED),
        counts="day",
        owed=-nw.col("amount"),
        lines=nw.lit(0, nw.Int64()),
    )


def _line(kind: str) -> str:
    """The line of the bridge on which a kind stands."""
    return kind if kind in (CHARGED, VOIDED, UNAPPLIED) else _BY_KIND.get(kind, OTHER)


def _since(owing: Accounts, first: date) -> Rows:
    return remembered(_moved_since, _moves(owing), asked=(first,))


def _moved_since(moves: Rows, first: date) -> Rows:
    return unchanging(moves.filter((nw.col("counts") > moment(first)) & (nw.col("owed") != 0)))


def _rows(owing: Accounts, first: date) -> Rows:
    rows = _since(owing, first)
    kinds = nw.col("kind")
    line = nw.when(kinds.is_in((CHARGED, VOIDED, UNAPPLIED))).then(kinds).otherwise(nw.lit(OTHER))
    for name, label in _BY_KIND.items():
        line = nw.when(kinds == name).then(nw.lit(label)).otherwise(line)
    rows = rows.with_columns(day="counts", kind=line, balance="owed")
    return rows_behind(rows, "claim_id", "payer", "day", "kind", "balance")


def _moved_rows(owing: Accounts, first: date) -> int:
    return int(fetch_one(_since(owing, first).select(rows=nw.len()))["rows"])


def _restated_note(whole: Bridge, first: date) -> list[str]:
    if not whole.restated:
        return []
    return [
        f"What was owed on {first:%m/%d/%Y} is {show(whole.restated)} other than it stood then: entries of before that "
        "day were typed in after it, or claims turned out to be capitated."
    ]
