"""What a payer actually pays where no contract says it: the usual allowed amount of a unit, and how sure that is.

The usual amount is the mode: what is allowed most often, to the cent. Its share of the lines is the confidence.
"""

import narwhals as nw
import pandas as pd

from medoffice_xl.contracts.checked_rows import Which, lines_of
from medoffice_xl.contracts.exact_amounts import NANOS
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import FEE_SCHEDULES, empty_frame
from medoffice_xl.tables.thresholds import Threshold

USABLE = (LineClass.COMPARED, LineClass.NO_RATE, LineClass.BELOW_CONTRACT, LineClass.PATIENT)
ENOUGH = Threshold(
    "Lines of an inferred rate", "5", "lines",
    "What a payer usually allows is a rate from so many lines on; from fewer it is a hint.",
)  # fmt: skip
SURE = Threshold(
    "Confidence of an inferred rate", "0.8", "%",
    "An inferred rate can be adopted where so large a share of its lines, or more, was allowed at it.",
)  # fmt: skip

KEY = ["payer", "code", "mods", "setting"]


def inferred_rates(lines: Frame, of: Which = ()) -> pd.DataFrame:
    """The inferred schedule of checked lines (see `checked_rows`) of some kind.

    One row a payer, code, modifiers, setting and period.
    Columns: payer, code, mods, setting, first, last (days of service), rate, low, high (cents a unit), lines,
    confidence (share of the lines at the rate). A period ends where the usual amount of a month changes.
    """
    tells = nw.col("line_class").is_in([*map(int, USABLE)]) & (nw.col("allowed") > 0) & (nw.col("units") > 0)
    tells &= nw.col("leads") & ~nw.col("capped") & ~nw.col("dos").is_null()
    used = lines_of(lines, (*of, tells), *KEY, "dos", "allowed", "units")
    unit = (used["allowed"].to_numpy() / used["units"].to_numpy() * 1000).round().astype("int64")
    used = used.assign(unit=unit, month=used["dos"].dt.to_period("M").astype("int64"))
    usual = _modes(used, [*KEY, "month"]).sort_values([*KEY, "month"], kind="stable")
    same = (usual[KEY] == usual[KEY].shift()).all(axis=1) & (usual["unit"] == usual["unit"].shift())
    usual = usual.assign(period=(~same).cumsum())
    used = used.merge(usual[[*KEY, "month", "period"]], on=[*KEY, "month"], how="left")
    modes = _modes(used, ["period"]).set_index("period")
    periods = used.groupby("period", sort=True).agg(
        **{name: (name, "first") for name in KEY},
        first=("dos", "min"),
        last=("dos", "max"),
        low=("unit", "min"),
        high=("unit", "max"),
        lines=("unit", "size"),
    )
    periods["rate"] = modes["unit"].reindex(periods.index).to_numpy(dtype="int64")
    periods["confidence"] = modes["times"].reindex(periods.index).to_numpy() / periods["lines"].to_numpy()
    columns = [*KEY, "first", "last", "rate", "low", "high", "lines", "confidence"]
    return periods.reset_index(drop=True)[columns]


def _modes(rows: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """The commonest unit amount of each key; the higher one where two are as common."""
    times = rows.groupby([*key, "unit"], sort=True).size().rename("times").reset_index()
    return times.sort_values(["times", "unit"], kind="stable").drop_duplicates(key, keep="last")


def as_fee_schedule(inferred: pd.DataFrame, judged: InForce) -> pd.DataFrame:
    """The inferred rates that are sure enough as rows of *Fee schedules*, for the user to look through and adopt.

    Takes those with lines and confidence enough. A rate is in force from the first service seen at it
    until the day before the next rate of its kind; the latest stays open.
    """
    enough = inferred["lines"] >= judged.whole(ENOUGH)
    sure = inferred[enough & (inferred["confidence"] >= judged.share(SURE))]
    sure = sure.sort_values([*KEY, "first"], kind="stable")
    following = sure.groupby(KEY, sort=False)["first"].shift(-1)
    end = (following - pd.Timedelta(days=1)).astype("datetime64[us]")
    count = len(sure)
    return pd.DataFrame(
        {
            "payer": sure["payer"].to_numpy(),
            "plan": [""] * count,
            "code": sure["code"].to_numpy(),
            "mods": sure["mods"].to_numpy(),
            "pos_class": sure["setting"].to_numpy(),
            "npi": [""] * count,
            "rate": sure["rate"].to_numpy(dtype="int64") * NANOS,
            "basis": [""] * count,
            "effective": sure["first"].to_numpy(dtype="datetime64[us]"),
            "end": end.to_numpy(),
        }
    ).astype(empty_frame(FEE_SCHEDULES).dtypes.to_dict())
