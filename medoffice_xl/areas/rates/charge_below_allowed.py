"""The practice's own leak: list prices below what a payer would allow, and the price that mends it."""

from datetime import date

import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.production.charge_lines import billed_lines, priced_lines
from medoffice_xl.tables import CHARGE_MASTER

DEFINITION = Definition(
    "Charges below the allowed amount",
    "lines whose charge is below the contract's amount where the contract pays the lesser of the two; lost is the "
    "difference. The price to set is the highest amount any of these contracts allows for a unit, to the next dollar",
    "Essentially Women, lesser-of clauses: charges belong above the highest payer",
)

COLUMNS = (
    BreakdownColumn("Code", Unit.TEXT),
    BreakdownColumn("Modifiers", Unit.TEXT),
    BreakdownColumn("List price", Unit.MONEY),
    BreakdownColumn("Lowest billed", Unit.MONEY),
    BreakdownColumn("Highest allowed", Unit.MONEY),
    BreakdownColumn("By", Unit.TEXT),
    BreakdownColumn("Price to set", Unit.MONEY),
    BreakdownColumn("Lines", Unit.COUNT),
    BreakdownColumn("Lost", Unit.MONEY),
)


def charge_below_allowed(
    charges: Frame, book: Rulebook, charge_master: Frame, as_of: date, window: int = 365
) -> Breakdown:
    """One row a code and modifiers, the most money first, over the services of the `window` days up to `as_of`.

    List price is the charge master's, empty where the code is not on it. Raises NoData where nothing was charged or
    no line has a contract; no row means no leak.
    """
    period = days_up_to(as_of, window)
    lines = billed_lines(charges, period, as_of)
    if lines.empty:
        raise NoData(f"No services were charged from {period}.")
    priced = priced_lines(lines, book)
    if not priced.known.any():
        raise NoData(f"No service from {period} has a contract rate. Fill in Contracts or Fee schedules.")
    short = priced.known & (priced.below > 0)
    rows = _with_units(lines[short], priced.allowed[short] + priced.below[short], priced.below[short])
    prices = list_prices(charge_master, as_of)
    body = []
    for (code, mods), of in rows.groupby(["code", "mods"], sort=True):
        best = of.sort_values(["unit_allowed", "payer"], ascending=[False, True]).iloc[0]
        top = int(best["unit_allowed"])
        listed = prices.get((str(code), str(mods)), prices.get((str(code), "")))
        body.append(
            (
                *(str(code), str(mods), listed, int(of["unit_billed"].min()), top, str(best["payer"])),
                *(-(-top // 100) * 100, len(of), int(of["lost"].sum())),
            )
        )
    body.sort(key=lambda row: (-row[-1], row[0], row[1]))
    return Breakdown(
        columns=COLUMNS,
        body=body,
        definition=DEFINITION,
        parts=[
            Part("Lost", int(rows["lost"].sum()), Unit.MONEY),
            Part("Lines below", len(rows), Unit.COUNT),
            Part("Lines with a contract rate", int(priced.known.sum()), Unit.COUNT),
            *period.parts,
        ],
        rows_used=int(priced.known.sum()),
        notes=[] if body else ["No charge is below what its contract allows."],
    )


def list_prices(charge_master: Frame, on: date) -> dict[tuple[str, str], int]:
    """The list price in cents of each code and modifiers in force on the day."""
    rows = fetch(take(charge_master, CHARGE_MASTER, "code", "mods", "list_price", "effective"))
    in_force = [row for row in rows if row["effective"] is None or row["effective"] <= on]
    ordered = sorted(in_force, key=lambda row: row["effective"] or date.min)
    return {(row["code"].upper(), row["mods"]): row["list_price"] for row in ordered}


def _with_units(rows: pd.DataFrame, allowed: Ints, lost: Ints) -> pd.DataFrame:
    units = rows["units"].where(rows["units"] > 0, 1.0)
    mods = rows["mod1"]
    for name in ("mod2", "mod3", "mod4"):
        mods = mods + " " + rows[name]
    frame = rows.assign(
        code=rows["code"].str.upper(), mods=mods.str.split().str.join(" "), payer=rows["payer"], lost=lost
    )
    whole = pd.Series(allowed, index=rows.index, dtype="int64")
    return frame.assign(
        unit_billed=(frame["charge"] / units).round().astype("int64"),
        unit_allowed=(whole / units).round().astype("int64"),
    )
