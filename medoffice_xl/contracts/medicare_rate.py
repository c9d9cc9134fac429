"""What Medicare allows for a code: one figure with every step to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.exact_amounts import medicare_nanos, scaled, share_of
from medoffice_xl.contracts.medicare_rules import medicare_figures
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.money import show
from medoffice_xl.published import published
from medoffice_xl.tables import CONVERSION_FACTORS

PAYABLE = ("A", "R", "T")
"""Status codes that are paid by relative values."""

STATUS = {
    "B": "bundled into other services",
    "C": "priced by the contractor",
    "E": "excluded by regulation",
    "I": "not valid for Medicare, another code is used",
    "J": "anesthesia, priced by base and time units",
    "M": "a measurement code",
    "N": "not covered",
    "P": "bundled or excluded",
    "R": "restricted: where it is covered, the contractor prices it",
    "X": "excluded by statute",
}

DEFINITION = Definition(
    "Medicare physician fee schedule",
    "(work RVU × work GPCI + practice expense RVU × PE GPCI + malpractice RVU × MP GPCI) × conversion factor, "
    "rounded half up to the cent once",
    "CMS, PFS relative value files (RVU25D), payment formula",
)

COMPONENTS = ("26", "TC", "53")
"""Modifiers with rows of their own in the file."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class MedicareTables:
    """What Medicare's amounts are made of, as frames of the tables `mpfs`, `gpci` and `conversion_factors`."""

    mpfs: pd.DataFrame
    gpci: pd.DataFrame | None = None
    conversion_factors: pd.DataFrame | None = None


def medicare_rate(
    tables: MedicareTables,
    code: str,
    mods: str = "",
    locality: str = "",
    setting: str = "NF",
    dos: date | None = None,
    program: str = "",
) -> Measure:
    """What Medicare allows for one unit of a code, in cents, with its parts.

    `locality` is a key such as 10112-00, empty for the national amount; `setting` F or NF; `dos` picks the release
    and the conversion factor, the newest loaded where it is None; `program` QP or non-QP from 2026 on.
    Raises NoData for a code that is not in the file or has no amount, BadArgument for a wrong setting or locality.
    """
    if setting not in ("F", "NF"):
        raise BadArgument(f"The setting is F (facility) or NF (non-facility), not “{setting}”.")
    notes: list[str] = []
    row = _row(tables.mpfs, code.strip().upper(), mods.upper().split(), dos, program, notes)
    work, pe, mp = row["work"], row["pe_f" if setting == "F" else "pe_nf"], row["mp"]
    if not work + pe + mp:
        raise NoData(_no_amount(row, setting))
    if row["status"] not in PAYABLE:
        why = STATUS.get(row["status"], "not paid by relative values")
        notes.append(f"Medicare itself does not pay this code: status {row['status']}, {why}.")
    if row["na_f" if setting == "F" else "na_nf"]:
        notes.append("CMS prints NA: rarely or never done in this setting. The amount is computed all the same.")
    place, indices = _indices(tables.gpci, locality, dos or row["effective"].date(), notes)
    factor, factor_source = _factor(tables.conversion_factors, row, dos, program, notes)
    nanos = int(
        medicare_nanos(
            (scaled([work], 100), scaled([pe], 100), scaled([mp], 100)),
            (scaled([indices[0]], 1000), scaled([indices[1]], 1000), scaled([indices[2]], 1000)),
            scaled([factor], 10_000),
        )[0]
    )
    cents = (nanos + 5_000_000) // 10_000_000
    exact = f"{nanos // 10**9}.{nanos % 10**9:09d}".rstrip("0")
    return Measure(
        cents,
        Unit.MONEY,
        DEFINITION,
        parts=(
            Part("Code", f"{row['code']} {row['mod']}".strip(), Unit.TEXT),
            Part("Status", row["status"], Unit.TEXT),
            Part("Release in force from", row["effective"].date(), Unit.DATE),
            Part("Setting", "facility" if setting == "F" else "non-facility", Unit.TEXT),
            Part("Work RVU", work, Unit.RATIO),
            Part("Practice expense RVU", pe, Unit.RATIO),
            Part("Malpractice RVU", mp, Unit.RATIO),
            Part("Locality", place, Unit.TEXT),
            Part("Work GPCI", indices[0], Unit.RATIO),
            Part("Practice expense GPCI", indices[1], Unit.RATIO),
            Part("Malpractice GPCI", indices[2], Unit.RATIO),
            Part("Conversion factor", factor, Unit.RATIO),
            Part("Conversion factor from", factor_source, Unit.TEXT),
            Part("Before rounding", exact, Unit.TEXT),
            Part("Rounded half up", show(cents), Unit.TEXT),
            *_not_participating(cents),
        ),
        rows_used=1,
        notes=tuple(notes),
    )


def _no_amount(row: "pd.Series[Any]", setting: str) -> str:
    """Why a row without relative values in a setting has no amount; an amount of $0.00 would be a guess."""
    of = f"Medicare has no amount for {row['code']}"
    if row["work"] + row["pe_nf"] + row["pe_f"] + row["mp"]:
        where = "in a facility" if setting == "F" else "outside a facility"
        return f"{of} {where}: its file has relative values for the other setting only."
    why = STATUS.get(row["status"], "its file has no relative values for it")
    return f"{of}: its status is {row['status']}, {why}."


def _not_participating(cents: int) -> Iterator[Part]:
    """What a practice that does not participate is allowed, and the most it may charge: shares of the rounded fee."""
    for label, figure in (("Allowed if not participating", "nonparticipating"), ("Limiting charge", "limiting_charge")):
        share = medicare_figures()[figure]
        amount = share_of(cents, share.numerator, share.denominator)
        yield Part(f"{label} ({float(share):.2%} of the fee)", amount, Unit.MONEY)


def _row(
    mpfs: pd.DataFrame, code: str, mods: list[str], dos: date | None, program: str, notes: list[str]
) -> "pd.Series[Any]":
    rows = mpfs[mpfs["code"] == code]
    if rows.empty:
        alike = did_you_mean(code, mpfs["code"].unique().tolist())
        hint = f" Near it: {', '.join(alike)}." if alike else ""
        raise NoData(f"“{code}” is not in the Medicare file.{hint}")
    rows = _release(rows, dos, program, notes)
    component = next((mod for mod in mods if mod in COMPONENTS), "")
    others = [mod for mod in mods if mod not in COMPONENTS]
    if others:
        notes.append(f"Modifier {' '.join(others)} does not change this amount; what a contract makes of it does.")
    found = rows[rows["mod"] == component]
    if found.empty and component == "53":
        notes.append("Modifier 53 has no row for this code: the full amount is shown, the contractor sets the share.")
        found = rows[rows["mod"] == ""]
    if found.empty:
        raise NoData(f"{code} has no row for modifier {component}: it is not split into components.")
    return found.iloc[-1]


def _release(code: pd.DataFrame, dos: date | None, program: str, notes: list[str]) -> pd.DataFrame:
    rows = code
    programs = set(rows["program"]) - {""}
    if programs:
        wanted = program or "non-QP"
        rows = rows[rows["program"].isin(["", wanted])]
        if rows.empty:
            raise NoData(f"The {wanted} file of the year is not loaded, only {', '.join(sorted(programs))}.")
    if dos is None:
        return _of(rows, rows["effective"].max())
    of_year = rows[rows["year"] == dos.year]
    if of_year.empty:
        years = ", ".join(str(year) for year in sorted(set(rows["year"])))
        raise NoData(f"No relative values of {dos.year} are loaded, only {years}. Import CMS's file of {dos.year}.")
    before = of_year[of_year["effective"] <= pd.Timestamp(dos)]
    if before.empty:
        first = of_year["effective"].min()
        notes.append(f"The earliest release loaded is of {first:%B %Y}; values in force on {dos} may have differed.")
        return _of(of_year, first)
    return _of(before, before["effective"].max())


def _of(rows: pd.DataFrame, effective: pd.Timestamp) -> pd.DataFrame:
    return rows.loc[rows["effective"] == effective]


def _indices(
    gpci: pd.DataFrame | None, locality: str, day: date, notes: list[str]
) -> tuple[str, tuple[float, float, float]]:
    if not locality:
        return "national", (1.0, 1.0, 1.0)
    if gpci is None or gpci.empty:
        raise NoData("No GPCI file is loaded. Import CMS's GPCI file, or leave the locality out.")
    rows = gpci[gpci["locality_key"] == locality]
    if rows.empty:
        alike = did_you_mean(locality, gpci["locality_key"].unique().tolist(), 3)
        raise BadArgument(f"Locality “{locality}” is not in the GPCI file. Near it: {', '.join(alike) or 'none'}.")
    in_force = rows[rows["effective"] <= pd.Timestamp(day)]
    if in_force.empty:
        raise NoData(f"The GPCI of {locality} on {day} is not loaded, only from {rows['effective'].min():%Y-%m-%d} on.")
    row = in_force.sort_values("effective").iloc[-1]
    if row["year"] != day.year:
        notes.append(f"The GPCI is of {row['year']}, the day of {day.year}.")
    return f"{locality} {row['name']}", (float(row["work"]), float(row["pe"]), float(row["mp"]))


def _factor(
    factors: pd.DataFrame | None, row: "pd.Series[Any]", dos: date | None, program: str, notes: list[str]
) -> tuple[float, str]:
    """The factor in force on the day where dated ones are known, or else the one printed in the file."""
    in_file = float(row["cf"])
    if dos is None:
        return in_file, "the RVU file"
    rows = published(CONVERSION_FACTORS) if factors is None or factors.empty else factors
    day = pd.Timestamp(dos)
    rows = rows[(rows["kind"] == "physician") & (rows["effective"] <= day) & (rows["end"] >= day)]
    rows = rows.sort_values("effective", kind="stable").drop_duplicates("program", keep="last")
    wanted = program or row["program"]
    if wanted:
        rows = rows[rows["program"].isin([wanted, ""])]
    dated = scaled(rows["factor"], 10_000).tolist()
    if not dated or (not wanted and scaled([in_file], 10_000)[0] in dated):
        return in_file, "the RVU file"
    factor = float(rows["factor"].iloc[0])
    if dated[0] != scaled([in_file], 10_000)[0]:
        notes.append(f"The file prints {in_file:.4f}; on {dos} {factor:.4f} was in force.")
    return factor, str(rows["source"].iloc[0])
