"""What the worklist over 100,000 open claims and the forecast over three years of ten physicians cost.

    python benchmarks/worklist_and_forecast.py [OPEN CLAIMS]

The worklist is asked as its page asks it (a day's work, what is for review, what is lost), of tables that nothing was
asked of before: rulebook, denials, voucher check, balances, patients, ranks; then all of it, every claim a row. Beside
it stands, from the same run, the bare pandas of a follow-up list: claims by their charges and payments, sorted. The
forecast is asked whole with its back-test at every past month-end; beside it the bare pandas
group-by that makes the triangle. Seconds of one core (process time), the least of three: the ratios are to be compared.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from time import process_time

import numpy as np
import pandas as pd

from medoffice_xl.areas.forecast.cash_forecast import cash_forecast
from medoffice_xl.areas.forecast.sources import experience_of, rules_of
from medoffice_xl.areas.worklists.ar_worklist import ar_worklist
from medoffice_xl.errors import NoData
from medoffice_xl.money import NANOS_A_CENT
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGES, CONTRACTS, FEE_SCHEDULES, PAYERS, PAYMENTS, REMITS, Table, empty_frame

DAY = date(2026, 6, 30)
LAST = pd.Timestamp(DAY)
NAMES = [f"Payer {one:02d}" for one in range(20)]
CODES = [f"X{one:04d}" for one in range(50)]
CLASSES = ["Medicare", "Commercial", "Medicaid", "Medicare Advantage"]
ADJUSTED = {"denied": "CO-197:100.00", "short": "CO-45:60.00", "patient": "CO-45:40.00; PR-1:20.00"}


def typed(table: Table, columns: dict[str, object], rows: int) -> pd.DataFrame:
    """A frame of the table with these columns; all others as an empty cell has them, amounts 0."""
    empty = empty_frame(table)
    blank = {str(name): _blank(kind, rows) for name, kind in empty.dtypes.items()}
    return pd.DataFrame({**blank, **columns})[list(empty.columns)].astype(empty.dtypes.to_dict())


def _blank(kind: object, rows: int) -> object:
    if str(kind) == "str":
        return np.full(rows, "")
    return np.zeros(rows, "int64") if str(kind) == "int64" else pd.Series([None] * rows, dtype="object")


def pricing() -> dict[str, pd.DataFrame]:
    """A contract a payer, 60.00 for every code."""
    rates = pd.MultiIndex.from_product([NAMES, CODES])
    since = pd.Timestamp("2022-01-01")
    return {
        "contracts": typed(CONTRACTS, {"payer": NAMES, "effective": since, "method": "fee schedule", "filing_days": 180,
                                       "appeal_days": 90}, len(NAMES)),
        "fee_schedules": typed(FEE_SCHEDULES, {"payer": rates.get_level_values(0), "code": rates.get_level_values(1),
                                               "rate": 6_000 * NANOS_A_CENT, "effective": since}, len(rates)),
        "payers": typed(PAYERS, {"payer": NAMES, "payer_class": [CLASSES[at % 4] for at in range(20)]}, len(NAMES)),
    }  # fmt: skip


def charged(claims: np.ndarray, days: pd.Series, chance: np.random.Generator) -> pd.DataFrame:
    """A line of 100.00 for each claim, entered on its day."""
    size = len(claims)
    return typed(CHARGES, {
        "claim_id": claims, "line_id": "1", "patient_acct": [f"A{one:05d}" for one in chance.integers(0, 9_000, size)],
        "dos": days, "post_date": days, "submit_date": days, "payer": chance.choice(NAMES, size),
        "code": chance.choice(CODES, size), "pos": "11", "units": 1.0, "charge": 10_000, "provider": "Lee",
    }, size)  # fmt: skip


def posted(claims: np.ndarray, days: pd.Series, kind: str, cents: int, payers: pd.Series) -> pd.DataFrame:
    """An entry of each claim."""
    return typed(PAYMENTS, {"claim_id": claims, "line_id": "1", "post_date": days, "kind": kind, "amount": cents,
                            "payer": payers, "source": "PM"}, len(claims))  # fmt: skip


def open_claims(size: int) -> dict[str, pd.DataFrame]:
    """Open claims: three in ten denied, two underpaid, three the patient's, two not answered."""
    chance = np.random.default_rng(835)
    claims = np.array([f"C{one:07d}" for one in range(size)])
    days = pd.Series(LAST - pd.to_timedelta(chance.integers(20, 170, size), unit="D"))
    charges = charged(claims, days, chance)
    sort = chance.choice(["denied", "short", "patient", "silent"], size, p=[0.3, 0.2, 0.3, 0.2])
    answers, entries = [], []
    for kind, text in ADJUSTED.items():
        mine = np.flatnonzero(sort == kind)
        paid = 0 if kind == "denied" else 4_000
        when = days.iloc[mine].reset_index(drop=True) + pd.Timedelta(days=15)
        payers = charges["payer"].iloc[mine].reset_index(drop=True)
        answers.append(typed(REMITS, {
            "claim_id": claims[mine], "paid_date": when, "dos": days.iloc[mine].to_numpy(), "claim_status": "1",
            "payer": payers, "level": "line", "claim_seq": np.arange(len(mine)), "line_no": 1, "units": 1.0,
            "code": charges["code"].iloc[mine].to_numpy(), "charge": 10_000, "paid": paid, "adjustments": text,
            "allowed": 6_000 if kind == "patient" else paid, "trace": "T" + when.dt.strftime("%Y%m%d"), "pos": "11",
            "remittance": "R" + when.dt.strftime("%Y%m%d"),
        }, len(mine)))  # fmt: skip
        if paid:
            entries += [posted(claims[mine], when, "insurance payment", paid, payers),
                        posted(claims[mine], when, "contractual adjustment", 4_000, payers)]  # fmt: skip
    remits, payments = (pd.concat(parts, ignore_index=True) for parts in (answers, entries))
    return {"charges": charges, "payments": payments, "remits": remits, **pricing()}


def three_years() -> dict[str, pd.DataFrame]:
    """Ten physicians, 90 visits a month each, 1.6 lines a visit; most is paid within three months."""
    chance = np.random.default_rng(1993)
    size = 10 * 90 * 36 * 16 // 10
    claims = np.array([f"C{one * 10 // 16:06d}" for one in range(size)])
    days = pd.Series(LAST - pd.to_timedelta(np.sort(chance.integers(0, 36 * 30, size)), unit="D"))
    charges = charged(claims, days, chance).assign(line_id=np.arange(size).astype("str"))
    when = days + pd.to_timedelta(chance.gamma(2.0, 18.0, size).astype("int64") + 5, unit="D")
    kept = when <= LAST
    payments = posted(claims[kept], when[kept].reset_index(drop=True), "insurance payment", 5_400,
                      charges["payer"][kept].reset_index(drop=True))  # fmt: skip
    return {"charges": charges, "payments": payments.assign(line_id=charges["line_id"][kept].to_numpy()), **pricing()}


def follow_up_list(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The bare list: what each claim owes, the most owed first."""
    owed = frames["charges"].groupby("claim_id")["charge"].sum()
    owed = owed.sub(frames["payments"].groupby("claim_id")["amount"].sum(), fill_value=0)
    return owed[owed != 0].sort_values(ascending=False).reset_index()


def bare_triangle(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Payments by payer, month of service and month of posting."""
    served = frames["charges"][["claim_id", "line_id", "dos"]]
    rows = frames["payments"].merge(served, on=["claim_id", "line_id"])
    return rows.groupby(["payer", rows["dos"].dt.to_period("M"), rows["post_date"].dt.to_period("M")])["amount"].sum()


def least(ask: Callable[[dict[str, pd.DataFrame]], object], frames: dict[str, pd.DataFrame]) -> float:
    """Seconds of the core for a question of tables that nobody asked before, the least of three."""
    taken = []
    for _ in range(3):
        fresh = {name: unchanging(frame.copy()) for name, frame in frames.items()}  # as behind handles
        began = process_time()
        ask(fresh)
        taken.append(process_time() - began)
    return min(taken)


def forecast(frames: dict[str, pd.DataFrame]) -> object:
    """The forecast of fresh tables."""
    tables = Tables.of(frames)
    return cash_forecast(experience_of(tables, DAY), rules_of(tables, DAY), DAY)


def as_the_page_asks(frames: dict[str, pd.DataFrame]) -> None:
    """The three lists of the page Worklist."""
    tables = Tables.of(frames)
    ar_worklist(tables, DAY, minutes=360, top=39)
    for lane in ("Write-off review", "Lost"):
        with suppress(NoData):
            ar_worklist(tables, DAY, lane, top=9)


def main() -> None:
    """Print both."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    frames = open_claims(size)
    mine = least(as_the_page_asks, frames)
    whole = least(lambda fresh: ar_worklist(Tables.of(fresh), DAY, "all"), frames)
    bare = least(follow_up_list, frames)
    print(f"worklist, {size:,} open claims: {mine:.2f} s; as one list {whole:.2f} s; "
          f"bare pandas {bare:.2f} s; limit 2 s")  # fmt: skip
    years = three_years()
    mine, bare = least(forecast, years), least(bare_triangle, years)
    print(
        f"forecast, {len(years['charges']):,} lines of three years: {mine:.2f} s; bare pandas {bare:.2f} s; limit 1 s"
    )


if __name__ == "__main__":
    main()
