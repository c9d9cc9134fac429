"""A ledger has a row for every event: its charges become lines, its payments and adjustments entries of those lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.pm_export.event_types import LOWERS, RAISES, event_types, with_sides
from medoffice_xl.readers.pm_export.payers import NOT_NAMED, SELF_PAY, says_nobody
from medoffice_xl.readers.pm_export.posted import PATIENT
from medoffice_xl.readers.pm_export.transactions import CHARGE, LEFT_OUT, REVERSED, known_words
from medoffice_xl.readers.quoting import quotable
from medoffice_xl.tables import PAYMENTS, empty_frame
from medoffice_xl.tables.payments import GIVEN_BACK, MONEY_KINDS, PAYMENT_KINDS, WRITE_OFFS


@dataclass(frozen=True, slots=True)
class Ledger:
    """The kind of each row ("" where it is not known) and its amount: positive where it is what its kind says."""

    kinds: "pd.Series[str]"
    amounts: "pd.Series[int]"
    problems: list[Problem]

    def rows(self, *kinds: str) -> "pd.Series[bool]":
        """The rows of these kinds."""
        return self.kinds.isin(kinds)


def ledger_of(body: Body, frame: pd.DataFrame) -> Ledger | None:
    """The events of a ledger; None for an export that has a row a charge."""
    frame = with_sides(frame)
    found = event_types(body, frame)
    if found is None:
        return None
    typed, kinds = found.said, found.kinds
    amounts = _amounts(frame, kinds)
    problems = [*_left_out(body, typed, kinds, amounts), *_taken_as_payments(body, frame, found.assumed, amounts)]
    back = kinds.str.endswith(REVERSED)
    kinds = kinds.str.removesuffix(REVERSED)
    signed = _by_side(kinds, back, amounts) if _sided(frame) else _as_said(kinds, back, amounts)
    return Ledger(kinds.mask(kinds == LEFT_OUT, ""), signed, problems)


def _amounts(frame: pd.DataFrame, kinds: "pd.Series[str]") -> "pd.Series[int]":
    """The amount of each row: its one column of amounts, else the column of its kind, else debit or credit."""
    amount = frame["charge"]
    none = pd.Series(0, frame.index)
    said = kinds.str.removesuffix(REVERSED)
    paid = said.isin(("payment", *MONEY_KINDS))
    adjusted = said.isin(("adjustment", "contractual adjustment", *WRITE_OFFS))
    for rows, names in (
        (paid, ("ins_paid", "pat_paid", "paid", "sec_paid", "refund")),
        (adjusted, ("contractual_adj", "other_adj", "adj")),
    ):
        for name in names:
            if name in frame:
                own = frame[name].fillna(0) != 0
                amount = amount.mask(rows & own, frame[name])
    if RAISES in frame or LOWERS in frame:
        raised, lowered = (frame.get(name, none).fillna(0) for name in (RAISES, LOWERS))
        if _sided(frame):
            raised, lowered = _mostly_positive(raised), _mostly_positive(lowered)
        sides = raised - lowered
        amount = amount.fillna(sides.where(kinds.str.startswith(CHARGE), -sides))
    return amount


def _sided(frame: pd.DataFrame) -> bool:
    """Whether the side that an amount stands on says what it does to the balance."""
    return RAISES in frame and LOWERS in frame


def _mostly_positive(side: "pd.Series[int]") -> "pd.Series[int]":
    """A side whose amounts are mostly written as negative, turned round."""
    return -side if _mostly_negative(side) else side


def _by_side(kinds: "pd.Series[str]", back: "pd.Series[bool]", amounts: "pd.Series[int]") -> "pd.Series[int]":
    """Amounts positive where a row is what its kind says, by their sides: a payment that is a debit was taken back.

    What was given back says so in its type, on whichever side it stands.
    """
    signed = amounts.mask(kinds.isin(GIVEN_BACK), amounts.abs())
    return signed.mask(back, -amounts.abs())


def _as_said(kinds: "pd.Series[str]", back: "pd.Series[bool]", amounts: "pd.Series[int]") -> "pd.Series[int]":
    """Amounts positive where a row is what its kind says.

    A kind is written with the sign that most of its rows have; so is a single one, unless what lowers a balance is
    mostly negative: then it raises the balance where it is not. Where as many have the one as the other, money
    received is positive. What takes something back is negative, whatever sign it is written with.
    """
    signed = amounts.copy()
    lowers = kinds.isin(_ENTRIES) & ~kinds.isin(GIVEN_BACK) & ~back
    for kind in kinds.unique():
        own = (kinds == kind) & ~back
        alone = bool((own & lowers).sum() == 1)
        if _mostly_negative(amounts[own]) or (alone and _mostly_negative(amounts[lowers])):
            signed = signed.mask(own, -amounts)
        signed = signed.mask((kinds == kind) & back, -amounts.abs())
        if kind in GIVEN_BACK:
            signed = signed.mask(own, amounts.abs())
    return signed


def _mostly_negative(amounts: "pd.Series[int]") -> bool:
    return int((amounts < 0).sum()) > int((amounts > 0).sum())


def _left_out(body: Body, typed: "pd.Series[str]", kinds: "pd.Series[str]", amounts: "pd.Series[int]") -> list[Problem]:
    problems = []
    moved = kinds == LEFT_OUT
    if moved.any():
        times = Counter(map(known_words, typed[moved]))
        listed = ", ".join(f"{count:,} × {kind}" for kind, count in times.most_common())
        found = f"{int(moved.sum()):,} rows only move what is owed, or say something; they were left out: {listed}."
        problems.append(Problem(Severity.NOTE, found, "Nothing to do.", body.file, column=body.match.heading("type")))
    unknown = kinds == ""
    has_amount = amounts.fillna(0).ne(0).tolist()
    places = [
        (body.lines[row], quotable(typed.iloc[row])) for row in unknown.to_numpy().nonzero()[0] if has_amount[row]
    ]
    total = int(amounts[unknown].fillna(0).sum())
    problems += row_problems(
        Severity.MONEY,
        f"The type of this row is not known; it was not taken in (all such rows: {show(total)}).",
        "Say what it is: a word such as payment, adjustment, refund or transfer in its type.",
        body.file,
        places,
        body.match.heading("type"),
    )
    return problems


def _taken_as_payments(
    body: Body, frame: pd.DataFrame, assumed: "pd.Series[bool]", amounts: "pd.Series[int]"
) -> list[Problem]:
    """Credits of which nothing says what they are."""
    if not assumed.any():
        return []
    found = (
        f"{int(assumed.sum()):,} credits do not say what they are; they were taken as payments "
        f"({show(int(amounts[assumed].fillna(0).sum()))})."
    )
    advice = "Export what each entry is (its type or description) too: an adjustment is no money received."
    return [Problem(Severity.MONEY, found, advice, body.file, int(frame["line"][assumed].iloc[0]))]


def ledger_payments(
    body: Body, ledger: Ledger, frame: pd.DataFrame, charges: pd.DataFrame
) -> tuple[pd.DataFrame, list[Problem]]:
    """The entries of a ledger, each at the line it names, at the claim's only line of its code, else at its claim."""
    kinds, amounts = ledger.kinds[frame.index], ledger.amounts[frame.index]
    rows = kinds.isin(_ENTRIES) & amounts.fillna(0).ne(0)
    if not rows.any():
        return empty_frame(PAYMENTS), []
    own, amounts, kinds = frame[rows], amounts[rows].astype("int64"), kinds[rows]
    own, problems = _at_their_claims(body, own, charges, amounts)
    who = _who(body, own, charges)
    amounts = amounts.mask(kinds.isin(GIVEN_BACK), -amounts)
    kinds, payers = as_billed(kinds, who, amounts)
    entries = pd.DataFrame(
        {
            "claim_id": own["claim_id"],
            "line_id": _lines(own, charges),
            "post_date": _days(own),
            "payer": payers,
            "kind": kinds,
            "amount": amounts,
            "reason": own.get("adj_reason", ""),
            "trace": own.get("trace", ""),
            "source": "PM",
            "posted_by": _poster(own),
            "entered": _typed_in(own),
        }
    )
    undated = entries["post_date"].isna()
    problems += row_problems(
        Severity.MONEY,
        "The payment or adjustment has no day; it was not taken in.",
        "Fill it in and import the file again.",
        body.file,
        [(int(line), show(int(amount))) for line, amount in zip(own["line"][undated], amounts[undated], strict=True)],
        body.match.heading("post_date"),
    )
    return entries[~undated].astype(empty_frame(PAYMENTS).dtypes.to_dict()).reset_index(drop=True), problems


_ENTRIES = ("payment", "adjustment", *PAYMENT_KINDS)


def _at_their_claims(
    body: Body, own: pd.DataFrame, charges: pd.DataFrame, amounts: "pd.Series[int]"
) -> tuple[pd.DataFrame, list[Problem]]:
    """Entries whose claim is not among the charges go to the only claim of their account, else to none: unapplied."""
    lost = ~own["claim_id"].isin(charges["claim_id"])
    if not lost.any():
        return own, []
    claims = charges[["patient_acct", "claim_id"]].drop_duplicates()
    single = claims[(claims["patient_acct"] != "") & ~claims.duplicated("patient_acct", keep=False)]
    theirs = own["patient_acct"].map(single.set_index("patient_acct")["claim_id"])
    whole = "claim_id" in body.cells or "visit" in body.cells
    claim = own["claim_id"].mask(lost & theirs.notna(), theirs)
    unapplied = lost & theirs.isna() & (not whole)
    claim = claim.mask(unapplied, "")
    problems = told_unapplied(body, own["line"][unapplied], amounts[unapplied])
    return own.assign(claim_id=claim.astype("str")), problems


def told_unapplied(body: Body, lines: "pd.Series[int]", amounts: "pd.Series[int]") -> list[Problem]:
    """What is said of money whose claim is not known."""
    return row_problems(
        Severity.MONEY,
        "The export does not say which claim this belongs to, and its account has several or none; it was taken in as "
        "unapplied.",
        "Export the claim or visit number too.",
        body.file,
        [(int(line), show(int(amount))) for line, amount in zip(lines, amounts, strict=True)],
        body.match.heading("claim_id"),
    )


def _who(body: Body, own: pd.DataFrame, charges: pd.DataFrame) -> "pd.Series[str]":
    """The payer that a row names, be it nobody but the patient; else its claim's."""
    of_claim = charges.drop_duplicates("claim_id").set_index("claim_id")["payer"]
    theirs = own["claim_id"].map(of_claim).astype("object").fillna("")
    silent = own["payer"].isin(("", NOT_NAMED)) | (own["payer"].eq(SELF_PAY) & ~says_nobody(body, own))
    named = own["payer"].mask(silent, theirs)
    return named.where(named != "", NOT_NAMED).astype("str")


def as_billed(
    kinds: "pd.Series[str]", who: "pd.Series[str]", amounts: "pd.Series[int]"
) -> tuple["pd.Series[str]", "pd.Series[str]"]:
    """The kinds of entries and whose they are, by who is billed.

    A payment is its payer's, an adjustment its contract's, unless nobody but the patient is billed.
    """
    alone = who == SELF_PAY
    kinds = kinds.mask(kinds == "payment", "insurance payment").mask(kinds == "adjustment", "contractual adjustment")
    kinds = kinds.mask(alone & (kinds == "insurance payment"), "patient payment")
    kinds = kinds.mask(alone & (kinds == "contractual adjustment"), "other adjustment")
    kinds = kinds.mask((kinds == "patient payment") & (amounts < 0), "refund").astype("str")
    return kinds, who.mask(kinds.isin(("patient payment", "refund")), PATIENT)


def _poster(own: pd.DataFrame) -> "pd.Series[str]":
    """The user that a row names: in a ledger every row is one event."""
    found = pd.Series("", own.index, dtype="str")
    for name in (name for name in own if field_of(str(name)) == "posted_by"):
        found = found.mask(found == "", own[name])
    return found


def _typed_in(own: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    return own["entered"] if "entered" in own else pd.Series(pd.NaT, own.index, dtype="datetime64[us]")


def _days(own: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    found = pd.Series(pd.NaT, own.index, dtype="datetime64[us]")
    for name in ("remit_date", "sec_date", "pat_paid_date", "adj_date", "post_date", "dos"):
        if name in own:
            found = found.fillna(own[name])
    return found


def _lines(own: pd.DataFrame, charges: pd.DataFrame) -> "pd.Series[str]":
    found = pd.Series("", own.index, dtype="str")
    pairs: Sequence[Sequence[str]] = (["claim_id", "line_id"], ["claim_id", "code", "dos"], ["claim_id", "code"])
    for by in pairs:
        single = charges[~charges.duplicated(by, keep=False)].set_index(by, drop=False)["line_id"]
        wanted = pd.MultiIndex.from_frame(own[list(by)])
        hit = single.reindex(wanted).fillna("").to_numpy()
        blank = own["line_id"] == "" if by[-1] == "line_id" else own["code"] == ""
        found = found.mask((found == "") & ~blank, pd.Series(hit, own.index, dtype="str"))
    only = charges[~charges.duplicated("claim_id", keep=False)].set_index("claim_id")["line_id"]
    return found.mask(found == "", own["claim_id"].map(only).astype("object").fillna("")).astype("str")
