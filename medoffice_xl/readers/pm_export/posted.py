"""Money and adjustments that stand beside charges, in one column or several, as rows of *Payments*."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.pm_export.layout import Layout
from medoffice_xl.readers.pm_export.payers import SELF_PAY
from medoffice_xl.readers.pm_export.said_again import said_once
from medoffice_xl.readers.pm_export.signs import turned
from medoffice_xl.readers.pm_export.transactions import becomes
from medoffice_xl.readers.pm_export.unposted import unposted
from medoffice_xl.tables import PAYMENTS, empty_frame
from medoffice_xl.tables.payments import WRITE_OFFS

PATIENT = "Patient"


@dataclass(frozen=True, slots=True)
class Posted:
    """What a column of money posted becomes: the kind of entry, where its payer's name stands, where its day may."""

    kind: str
    payer: str
    days: tuple[str, ...]


POSTED: Mapping[str, Posted] = {
    "ins_paid": Posted("insurance payment", "payer", ("remit_date",)),
    "sec_paid": Posted("insurance payment", "payer2", ("sec_date", "remit_date")),
    "ter_paid": Posted("insurance payment", "payer3", ("sec_date", "remit_date")),
    "pat_paid": Posted("patient payment", "", ("pat_paid_date", "remit_date")),
    "paid": Posted("insurance payment", "payer", ("remit_date",)),
    "contractual_adj": Posted("contractual adjustment", "payer", ("remit_date",)),
    "other_adj": Posted("other adjustment", "payer", ("adj_date", "remit_date")),
    "adj": Posted("contractual adjustment", "payer", ("adj_date", "remit_date")),
    "refund": Posted("refund", "", ("pat_paid_date", "remit_date")),
}
"""Two fields are less than sure: `paid` does not say by whom, `adj` not why. A line that is billed to a payer was paid
by it, and written off by its contract, unless the reason says otherwise; a line that is not was paid by the patient.
"""

_UNNAMED = {"payer2": "Second payer", "payer3": "Third payer"}


def posted_payments(
    file: str, layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame
) -> tuple[pd.DataFrame, list[Problem]]:
    """The entries of every line (`posted` has the rows of `charges`), dated by their own date.

    Where an entry has no date of its own it counts on the payment date, else on the day the charge was posted,
    else on the day of service; the last two are noted. A column that writes its credits as negative amounts is
    turned round, and that is said. A negative payment is a refund or a reversal.
    """
    names = [name for name in posted.columns if field_of(name) in POSTED]
    posted, problems = _credits_positive(file, layout, charges, posted, names)
    posted, names, told = said_once(file, layout, charges, posted, names)
    problems += told
    fallback = charges["post_date"].fillna(charges["dos"])
    parts, undated = [], 0
    for name in names:
        rows = posted[name].fillna(0) != 0
        if not rows.any():
            continue
        dated = _days(layout, posted[rows], name)
        undated += int(dated.isna().sum())
        parts.append(_entries(layout, charges[rows], posted[rows], name, dated.fillna(fallback[rows])))
    problems += _remarks(file, layout, charges, posted, names, undated)
    if "balance" in posted:
        problems += unposted(file, layout.headings[layout.of_key("balance")], charges, posted, names)
    return (pd.concat(parts, ignore_index=True) if parts else empty_frame(PAYMENTS)), problems


def _days(layout: Layout, posted: pd.DataFrame, name: str) -> "pd.Series[pd.Timestamp]":
    """The day of each entry: of the date column that stands next after the amount, else of its kind."""
    here = layout.of_key(name)
    found = pd.Series(pd.NaT, posted.index, dtype="datetime64[us]")
    for kind in POSTED[field_of(name)].days:
        keys = [key for key in posted.columns if field_of(key) == kind]
        nearest = sorted(keys, key=lambda key: (layout.of_key(key) < here, abs(layout.of_key(key) - here)))
        for key in nearest[:1]:
            found = found.fillna(posted[key])
    return found


def _entries(
    layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame, name: str, dates: "pd.Series[pd.Timestamp]"
) -> pd.DataFrame:
    field = field_of(name)
    what = POSTED[field]
    kind = pd.Series(what.kind, charges.index, dtype="str")
    if field == "paid":
        kind = _payment_kinds(kind.mask(charges["payer"] == SELF_PAY, "patient payment"), posted)
    if field == "adj":
        kind = _adjustment_kinds(kind, charges, posted)
    if field == "other_adj":
        kind = _write_offs(kind, layout.headings[layout.of_key(name)], posted)
    payer = charges["payer"] if what.payer == "payer" else posted.get(what.payer)
    if payer is None:
        payer = pd.Series("", charges.index, dtype="str")
    payer = payer.where(payer != "", _UNNAMED.get(what.payer, charges["payer"]))
    by_patient = kind.isin(("patient payment", "refund"))
    amount = posted[name].astype("int64")
    if field == "refund":
        amount = -amount if int((amount > 0).sum()) >= int((amount < 0).sum()) else amount
    frame = pd.DataFrame(
        {
            "claim_id": charges["claim_id"],
            "line_id": charges["line_id"],
            "post_date": dates.astype("datetime64[us]"),
            "payer": payer.mask(by_patient, PATIENT),
            "kind": kind.mask((kind == "patient payment") & (amount < 0), "refund"),
            "amount": amount,
            "reason": _reasons(posted).where(kind.isin(WRITE_OFFS), ""),
            "trace": posted["trace"].where(kind == "insurance payment", "") if "trace" in posted else "",
            "source": "PM",
            "posted_by": _poster(layout, posted, field),
            "entered": pd.Series(pd.NaT, charges.index, dtype="datetime64[us]"),
        }
    )
    return frame.astype(empty_frame(PAYMENTS).dtypes.to_dict())


def _payment_kinds(kind: "pd.Series[str]", posted: pd.DataFrame) -> "pd.Series[str]":
    """The kinds, where a column beside the amount says whose payment it is."""
    if "paid_by" not in posted:
        return kind
    said = posted["paid_by"].map({cell: becomes(f"{cell} payment") for cell in posted["paid_by"].unique()})
    return kind.mask(said.isin(("patient payment", "insurance payment")), said)


def _adjustment_kinds(kind: "pd.Series[str]", charges: pd.DataFrame, posted: pd.DataFrame) -> "pd.Series[str]":
    kind = kind.mask(charges["payer"] == SELF_PAY, "other adjustment")
    reasons = _reasons(posted)
    told = reasons.map({reason: becomes(reason) for reason in reasons.unique()})
    sure = told.isin(("contractual adjustment", *WRITE_OFFS))
    other = (reasons != "") & ~sure & ~reasons.str.match(r"(?i)(CO[- ]?)?(45|253)\b")
    return kind.where(~sure, told).mask(other, "other adjustment")


def _write_offs(kind: "pd.Series[str]", heading: str, posted: pd.DataFrame) -> "pd.Series[str]":
    """The kinds, where the heading says more than that it is another adjustment, or the reason beside the amount."""
    said = becomes(heading)
    kind = kind.mask(pd.Series(said in WRITE_OFFS, kind.index), said)
    reasons = _reasons(posted)
    told = reasons.map({reason: becomes(reason) for reason in reasons.unique()})
    return kind.mask(told.isin([each for each in WRITE_OFFS if each != "other adjustment"]), told)


def _reasons(posted: pd.DataFrame) -> "pd.Series[str]":
    """Why each row was adjusted: of several columns, a code and its words say, the first whose words are known."""
    known = pd.Series("", posted.index, dtype="str")
    found = known.copy()
    for name in (str(key) for key in posted.columns if field_of(str(key)) == "adj_reason"):
        told = posted[name].map({reason: bool(becomes(reason)) for reason in posted[name].unique()})
        known = known.mask((known == "") & told, posted[name])
        found = found.mask(found == "", posted[name])
    return known.mask(known == "", found)


_POSTS = {"adj": frozenset({"adjustment", "writeoff"}), "": frozenset({"payment", "refund", "remittance"})}


def _posts(heading: str, field: str) -> bool:
    """Whether a column of users says that they posted what stands in a column of this field."""
    return bool({*words(heading)} & _POSTS["adj" if field.endswith("adj") else ""])


def _poster(layout: Layout, posted: pd.DataFrame, field: str) -> "pd.Series[str]":
    """Who posted an amount, where the heading says whose posting it is: a plain user may have entered the charge."""
    found = pd.Series("", posted.index, dtype="str")
    for key in _user_columns(posted):
        if _posts(layout.headings[layout.of_key(key)], field):
            found = found.mask(found == "", posted[key])
    return found


def _user_columns(posted: pd.DataFrame) -> list[str]:
    return [str(key) for key in posted.columns if field_of(str(key)) == "posted_by"]


def _credits_positive(
    file: str, layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame, names: Sequence[str]
) -> tuple[pd.DataFrame, list[Problem]]:
    money = [name for name in names if not name.startswith("refund")]
    balance = posted.get("balance")
    round_ = turned({name: posted[name] for name in money}, charges["charge"], balance)
    if not round_:
        return posted, []
    total = int(posted[sorted(round_)].fillna(0).sum().sum())
    headings = ", ".join(f"“{layout.headings[layout.of_key(name)]}”" for name in money if name in round_)
    found = f"Credits are written as negative amounts in {headings} ({show(total)}); they were turned round."
    advice = "Nothing to do if the export writes credits as negative; if these are refunds, tell so by hand."
    turned_round = posted.assign(**{name: -posted[name] for name in round_})
    return turned_round, [Problem(Severity.DATA, found, advice, file)]


def _remarks(
    file: str, layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame, names: Sequence[str], undated: int
) -> list[Problem]:
    remarks = []
    if undated:
        remarks.append(
            Problem(
                Severity.NOTE,
                f"{undated:,} payments and adjustments have no date of their own; "
                "they count on the day their charge was posted.",
                "Export the payment and adjustment dates too, if the days money came in matter.",
                file,
            )
        )
    for key in _user_columns(posted):
        heading = layout.headings[layout.of_key(key)]
        if not any(_posts(heading, field) for field in POSTED):
            found = f"“{heading}” does not say whether its users entered charges or posted money; it was not taken."
            advice = "Export who posted payments and adjustments under a heading that says so, if that matters."
            remarks.append(Problem(Severity.NOTE, found, advice, file, column=heading))
    for field, said in (
        ("paid", "by whom; it was taken as paid by the line's payer, or by the patient where there is none"),
        (
            "adj",
            "why; it was taken as contractual, or as another adjustment where a reason says so or no payer is billed",
        ),
    ):
        for name in names:
            if field_of(name) == field and (posted[name].fillna(0) != 0).any():
                if field == "paid" and "paid_by" in posted:
                    continue
                heading = layout.headings[layout.of_key(name)]
                found = f"“{heading}” does not say {said} ({show(int(posted[name].fillna(0).sum()))})."
                remarks.append(
                    Problem(
                        Severity.NOTE,
                        found,
                        "Export the columns that part them, if that matters.",
                        file,
                        column=heading,
                    )
                )
    return remarks
