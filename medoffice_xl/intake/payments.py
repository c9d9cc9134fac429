"""The table *Payments* follows from what came in: posted by the PM export, or made from remittances."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.intake.merge import Merged, merge
from medoffice_xl.intake.postings import post
from medoffice_xl.intake.remarks import TOLD_OF, posting_remarks
from medoffice_xl.intake.sources import Settings, counted_once
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.pm_export.ledger import as_billed
from medoffice_xl.readers.pm_export.payers import NOT_NAMED
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, empty_frame


def merge_payments(
    readings: Sequence[Reading],
    before: Mapping[str, pd.DataFrame],
    after: Mapping[str, pd.DataFrame],
    tables: Mapping[str, pd.DataFrame],
    replaced: Collection[str],
    settings: Settings,
) -> tuple[Merged, list[Problem]]:
    """*Payments* after the intake: the PM export's own for its lines, the 835s' for every claim touched.

    `before` and `after` are the book's tables without and with the incoming `tables`, which `readings` make up and
    which take the place of the remittances `replaced`.
    """
    current, charges, remits = before["payments"], after["charges"], after["remits"]
    stated = tables.get("payments", empty_frame(PAYMENTS))
    exported = tables["charges"] if "payments" in tables else empty_frame(PAYMENTS)
    from_export = (current["source"] == "PM") & _shares(current, exported, ("claim_id", "line_id"))
    waited = _waited_for(current, tables) & ~from_export
    entries = _with_payers(pd.concat([stated, current.loc[waited, PAYMENTS.names]], ignore_index=True), charges)
    waits = _waits(entries, charges, remits)
    posted, problems = counted_once(readings[0].file, entries[~waits], remits, settings)
    incoming = pd.concat([posted, entries[waits]]).sort_index()
    of_file = incoming.index < len(stated)
    problems += _wait_for_charges(readings[0].file, incoming[of_file & waits[incoming.index]])
    new_remits = tables.get("remits", empty_frame(REMITS))
    gone = before["remits"][before["remits"]["remittance"].isin(replaced)]
    problems += _beside_lines(readings[0].file, current[~from_export], incoming[of_file])
    touched = _claims_of(gone, new_remits, tables.get("charges", empty_frame(CHARGES)))
    traces = {*before["remits"]["trace"].unique(), *remits["trace"].unique()}
    from_835 = (current["source"] == "835") & current["claim_id"].isin(touched) & current["trace"].isin(traces)

    parts = [incoming]
    if settings.payments_from == "835":
        others = pd.concat([current[~from_export & ~waited & ~from_835], incoming])
        reasons = ReasonCodes.of(after["reason_codes"])
        mine = remits[remits["claim_id"].isin(touched)]
        postings = post(mine, charges, others[others["claim_id"].isin(touched)], reasons)
        parts.append(postings.payments)
        told = mine[[*TOLD_OF, "remittance"]]
        for reading in readings:
            own = reading.tables.get("remits", empty_frame(REMITS))["remittance"].unique()
            problems += posting_remarks(reading.file, told[told["remittance"].isin(own)], postings)
    incoming = pd.concat(parts, ignore_index=True)
    return merge(PAYMENTS, current, incoming, from_export | waited | from_835), problems


def _with_payers(incoming: pd.DataFrame, charges: pd.DataFrame) -> pd.DataFrame:
    """Entries of a file that names no payers are their claim's payer's, as the book has it; the patient's own where
    nobody else is billed.
    """
    unnamed = incoming["payer"] == NOT_NAMED
    if not unnamed.any():
        return incoming
    of_claim = charges.drop_duplicates("claim_id").set_index("claim_id")["payer"]
    theirs = incoming["claim_id"].map(of_claim).astype("object").fillna(NOT_NAMED).astype("str")
    kinds, payers = as_billed(incoming["kind"], theirs, incoming["amount"])
    return incoming.assign(kind=incoming["kind"].mask(unnamed, kinds), payer=incoming["payer"].mask(unnamed, payers))


def _waited_for(current: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> "pd.Series[bool]":
    """Entries of earlier lists that name no payer, of claims that come in now."""
    unnamed = (current["source"] == "PM") & (current["payer"] == NOT_NAMED)
    if not unnamed.any():
        return unnamed
    come = _claims_of(*(tables[name] for name in ("charges", "remits") if name in tables))
    return unnamed & current["claim_id"].isin(come)


def _waits(entries: pd.DataFrame, charges: pd.DataFrame, remits: pd.DataFrame) -> "pd.Series[bool]":
    """Entries that name no payer, of claims of which nothing is here: it is not known whether the patient paid."""
    unnamed = (entries["payer"] == NOT_NAMED) & (entries["claim_id"] != "")
    if not unnamed.any():
        return unnamed
    return unnamed & ~entries["claim_id"].isin(charges["claim_id"]) & ~entries["claim_id"].isin(remits["claim_id"])


def _wait_for_charges(file: str, entries: pd.DataFrame) -> list[Problem]:
    if entries.empty:
        return []
    found = (
        f"{len(entries):,} payments and adjustments ({show(int(entries['amount'].sum()))}) name no payer, and nothing "
        f"of their claims is here; they stand under “{NOT_NAMED}” until their charges come in."
    )
    return [Problem(Severity.DATA, found, "Import the charges of these claims, too.", file)]


def _shares(current: pd.DataFrame, incoming: pd.DataFrame, key: tuple[str, str]) -> "pd.Series[bool]":
    """Rows of `current` whose key is also one of `incoming`."""
    shared = current[key[0]].isin(incoming[key[0]].unique())
    near = pd.MultiIndex.from_frame(current.loc[shared, list(key)])
    shared[shared] = near.isin(pd.MultiIndex.from_frame(incoming[list(key)]))
    return shared


def _claims_of(*frames: pd.DataFrame) -> set[str]:
    return {claim for frame in frames for claim in frame["claim_id"].unique()}


def _beside_lines(file: str, current: pd.DataFrame, incoming: pd.DataFrame) -> list[Problem]:
    """Claims that have money of the PM system at their lines by one file and at the claim alone by another.

    A list of postings names no lines, an export of charges does: both may bring the same money.
    """
    there = current[(current["source"] == "PM") & current["claim_id"].isin(incoming["claim_id"].unique())]
    lined, known_lined = _claims_of(incoming[incoming["line_id"] != ""]), _claims_of(there[there["line_id"] != ""])
    alone, known_alone = _claims_of(incoming[incoming["line_id"] == ""]), _claims_of(there[there["line_id"] == ""])
    both = (((lined - alone) & known_alone) | ((alone - lined) & known_lined)) - {""}
    if not both:
        return []
    sums = [int(rows.loc[rows["claim_id"].isin(both), "amount"].sum()) for rows in (there, incoming)]
    found = (
        f"{len(both):,} claims have payments and adjustments by this file ({show(sums[1])}) and by another one "
        f"({show(sums[0])}), in one of the two without the line; if it is the same money, it counts twice."
    )
    advice = "Keep one of the two: delete the rows of the other on the sheet Payments, and import only one such file."
    return [Problem(Severity.MONEY, found, advice, file)]
