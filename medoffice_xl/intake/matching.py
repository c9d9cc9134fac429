"""Which charge line a remitted line answers.

By the line control number, unless code, charge and day are those of another line; else by code, modifiers, day and
charge; else, as payers do not always return the modifiers or the charge, by code and day, where the claim has only one
such line. The code is the one billed, where the payer changed it.
"""

from dataclasses import dataclass

import pandas as pd

CLAIM_LEVEL = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The line_id of each remitted row, NA where a service line has no charge line; "" for claim-level rows.

    `contradicted` are rows whose line control number is that of another line than their code, charge and day.
    """

    line: "pd.Series[str]"
    contradicted: "pd.Index[int]"


def match_lines(remits: pd.DataFrame, charges: pd.DataFrame) -> Matched:
    """The charge lines that remitted rows answer."""
    asked = _asked(remits)
    billed = _billed(charges[charges["claim_id"].isin(remits["claim_id"])])
    found = pd.Series(pd.NA, remits.index, dtype="str")
    found[remits["level"] == "claim"] = CLAIM_LEVEL
    contradicted = _contradicted(asked, billed)
    found = _by_control(found, asked.drop(index=contradicted), billed)
    for same in (["code", "mods", "dos", "charge"], ["code", "dos", "charge"]):
        found = _one_to_one(found, asked, billed, same)
    for same in (["code", "mods", "dos"], ["code", "dos"]):
        found = _only_one(found, asked, billed, same)
    return Matched(found, contradicted)


def _asked(remits: pd.DataFrame) -> pd.DataFrame:
    recoded = remits["billed_code"] != ""
    adjudicated = _joined(remits)
    return pd.DataFrame(
        {
            "instance": remits["remittance"] + "\x1f" + remits["claim_seq"].astype("str"),
            "claim_id": remits["claim_id"],
            "line_id": remits["line_control"],
            "code": remits["code"].where(~recoded, remits["billed_code"]),
            "mods": adjudicated.where(~recoded, remits["billed_mods"].map(_sorted).astype("str")),
            "dos": remits["dos"],
            "charge": remits["charge"].abs(),
        }
    )


def _billed(charges: pd.DataFrame) -> pd.DataFrame:
    frame = charges[["claim_id", "line_id", "code", "dos"]].assign(
        mods=_joined(charges), charge=charges["charge"].abs()
    )
    return frame.drop_duplicates(["claim_id", "line_id"])


def _joined(frame: pd.DataFrame) -> "pd.Series[str]":
    """Modifiers in alphabetical order: payers shuffle them."""
    mods = frame["mod1"] + " " + frame["mod2"] + " " + frame["mod3"] + " " + frame["mod4"]
    return mods.map({text: _sorted(text) for text in mods.unique()}).astype("str")


def _sorted(mods: str) -> str:
    return " ".join(sorted(mods.split()))


def _contradicted(asked: pd.DataFrame, billed: pd.DataFrame) -> "pd.Index[int]":
    """Rows whose control number names a line with another code, or another charge and day, while a line of the claim
    has their code, charge and day."""
    numbered = asked[asked["line_id"] != ""].reset_index(names="row")
    named = numbered.merge(billed, on=["claim_id", "line_id"], suffixes=("", "_named"))
    other_day = named["dos"].notna() & (named["dos"] != named["dos_named"])
    differs = (named["code"] != named["code_named"]) | ((named["charge"] != named["charge_named"]) & other_day)
    if not differs.any():
        return asked.index[:0]
    doubted = named[differs]
    exact = doubted.merge(billed, on=["claim_id", "code", "charge"], suffixes=("", "_fits"))
    fits = exact["dos"].isna() | (exact["dos"] == exact["dos_fits"])
    return asked.index[asked.index.isin(exact.loc[fits, "row"])]


def _by_control(found: "pd.Series[str]", asked: pd.DataFrame, billed: pd.DataFrame) -> "pd.Series[str]":
    open_rows = asked[found.reindex(asked.index).isna() & (asked["line_id"] != "")]
    pairs = pd.MultiIndex.from_frame(open_rows[["claim_id", "line_id"]])
    hit = pairs.isin(pd.MultiIndex.from_frame(billed[["claim_id", "line_id"]]))
    return _filled(found, open_rows.loc[hit, "line_id"])


def _one_to_one(
    found: "pd.Series[str]", asked: pd.DataFrame, billed: pd.DataFrame, same: list[str]
) -> "pd.Series[str]":
    """The first such remitted line to the first such charge line that is still free, the second to the second …"""
    open_rows = asked[found.isna()]
    if open_rows.empty:
        return found
    taken = pd.MultiIndex.from_arrays([asked["instance"], found.fillna("\x00")])
    wanted = open_rows[["instance", "claim_id"]].drop_duplicates().merge(billed, on="claim_id")
    free = wanted[~pd.MultiIndex.from_frame(wanted[["instance", "line_id"]]).isin(taken)]
    by = ["instance", *same]
    left = open_rows[by].assign(nth=open_rows.groupby(by, dropna=False).cumcount(), row=open_rows.index)
    right = free[[*by, "line_id"]].assign(nth=free.groupby(by, dropna=False).cumcount())
    pairs = left.merge(right, on=[*by, "nth"])
    return _filled(found, pairs.set_index("row")["line_id"])


def _only_one(found: "pd.Series[str]", asked: pd.DataFrame, billed: pd.DataFrame, same: list[str]) -> "pd.Series[str]":
    """The claim's only such charge line, which a payer may have split over several remitted lines."""
    open_rows = asked[found.isna()]
    if open_rows.empty:
        return found
    by = ["claim_id", *same]
    single = billed[~billed.duplicated(by, keep=False)]
    pairs = open_rows[by].assign(row=open_rows.index).merge(single[[*by, "line_id"]], on=by)
    return _filled(found, pairs.set_index("row")["line_id"])


def _filled(found: "pd.Series[str]", lines: "pd.Series[str]") -> "pd.Series[str]":
    return found.where(found.notna(), lines.reindex(found.index))
