"""What the intake did, in words: changed rows, and what a remittance left unposted."""

import pandas as pd

from medoffice_xl.intake.postings import Postings
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import TABLES
from medoffice_xl.tables.claim_status import REVERSAL

NAMED = 20
"""Rows named one by one before the rest is summed up."""

TOLD_OF = ("claim_id", "claim_status", "payer", "line_control", "code", "charge", "paid")
"""What of a remitted line is told where it was not posted as it stands."""

STILL_OWED = frozenset({"PR-1", "PR-2", "PR-3", "CO-104", "OA-23"})
"""Adjustments that are expected to stay open and need no remark."""


def change_remarks(file: str, changes: pd.DataFrame) -> list[Problem]:
    """A note for each changed or removed row, up to NAMED a table, and one with the total."""
    remarks: list[Problem] = []
    for table, of_table in changes.groupby("table", sort=False):
        rows = of_table.groupby("row", sort=False)
        sheet = TABLES[str(table)].sheet
        for row, cells in list(rows)[:NAMED]:
            told = "; ".join(
                f"{column}: {old or 'empty'} → {new or 'empty'}"
                for column, old, new in zip(cells["column"], cells["old"], cells["new"], strict=True)
            )
            remarks.append(
                _note(file, f"{sheet} changed: {told}.", "Nothing to do if the new file is right.", str(row))
            )
        if len(rows) > NAMED:
            remarks.append(_note(file, f"{sheet}: {len(rows):,} rows changed in all.", "Compare with the file."))
    return remarks


def posting_remarks(file: str, remits: pd.DataFrame, postings: Postings) -> list[Problem]:
    """What of this file's remits was not posted, and why. `remits` are the rows of this file, as far as TOLD_OF."""
    here = remits.index
    return [
        *_contradicted(file, remits.loc[here.intersection(postings.contradicted)], postings.line),
        *_open_reasons(file, _decided(remits, postings.left_open)),
        *_clamped(file, remits, postings.clamped[postings.clamped["row"].isin(here)]),
        *_unmatched(file, remits.loc[here.intersection(postings.unmatched)]),
        *_unknown(file, remits.loc[here.intersection(postings.unknown)]),
        *_predetermined(file, remits[remits["claim_status"] == "25"]),
    ]


def _decided(remits: pd.DataFrame, left_open: pd.DataFrame) -> pd.DataFrame:
    """Those of these remits, without what a reversal takes back: it was not posted either."""
    decided = remits.index[remits["claim_status"] != REVERSAL]
    return left_open[left_open["row"].isin(decided) & ~left_open["reason"].isin(STILL_OWED)]


def _open_reasons(file: str, told: pd.DataFrame) -> list[Problem]:
    lowers = told["amount"] >= 0
    return [
        *(
            _note(
                file,
                f"{len(rows):,} adjustments {reason} ({show(int(rows['amount'].sum()))}) were not written off; "
                "the balance stays open.",
                "Work the denials; write off by hand what is not worth an appeal.",
                str(reason),
            )
            for reason, rows in told[lowers].groupby("reason")
        ),
        *(
            Problem(
                Severity.DATA,
                f"{len(rows):,} adjustments {reason} ({show(int(rows['amount'].sum()))}) raise the payment and were "
                "not posted; the balance shows a credit of as much.",
                "Ask the payer what was paid for; on the sheet Reason codes the code may be taken as contractual.",
                file,
                value=str(reason),
            )
            for reason, rows in told[~lowers].groupby("reason")
        ),
    ]


def _contradicted(file: str, remits: pd.DataFrame, line: "pd.Series[str]") -> list[Problem]:
    first = remits[:NAMED]
    columns = (first["claim_id"], first["line_control"], first["code"], first["charge"], line.loc[first.index])
    problems = [
        Problem(
            Severity.DATA,
            f"The line control number of claim {claim} says line {control}, but code {code} and the charge of "
            f"{show(charge)} are those of line {taken}; it was posted to that line.",
            "Compare with the claim; tell the payer if its remittances often do so.",
            file,
            column="REF*6R",
            value=claim,
        )
        for claim, control, code, charge, taken in zip(*(each.tolist() for each in columns), strict=True)
    ]
    return problems + _rest(file, len(remits), "line control numbers contradict their lines.")


def _clamped(file: str, remits: pd.DataFrame, clamped: pd.DataFrame) -> list[Problem]:
    problems = []
    payers, claims = remits["payer"].to_dict(), remits["claim_id"].to_dict()
    asked_for = clamped[clamped["asked"] > 0]
    for row, asked, posted in zip(asked_for["row"], asked_for["asked"], asked_for["posted"], strict=True):
        problems.append(
            Problem(
                Severity.MONEY,
                f"{payers[row]} paid after another payer and reports {show(asked)} as contractual, "
                f"more than is still owed; {show(posted)} was written off, so that the balance is not negative.",
                "Secondary payer reported the full difference: compare with the first payer's remittance.",
                file,
                column="CAS CO-45",
                value=claims[row],
            )
        )
    return problems[:NAMED] + _rest(file, len(problems), "contractual adjustments of second payers were cut.")


def _unmatched(file: str, remits: pd.DataFrame) -> list[Problem]:
    first = remits[:NAMED]
    problems = [
        _note(
            file,
            f"No charge line of the claim fits code {code} with a charge of {show(charge)}; "
            "it was posted to the claim as a whole.",
            "Nothing to do if the payer split or joined lines; otherwise compare with the claim.",
            claim,
        )
        for claim, code, charge in zip(
            first["claim_id"].tolist(), first["code"].tolist(), first["charge"].tolist(), strict=True
        )
    ]
    return problems + _rest(file, len(remits), "remitted lines fit no charge line.")


def _unknown(file: str, remits: pd.DataFrame) -> list[Problem]:
    if remits.empty:
        return []
    claims = remits["claim_id"].nunique()
    found = f"{claims:,} claims ({show(int(remits['paid'].sum()))} paid) are not among the charges."
    first = ", ".join(remits["claim_id"].drop_duplicates()[:5])
    return [_note(file, found, "Import the charge export that has them; they are then posted to their lines.", first)]


def _predetermined(file: str, remits: pd.DataFrame) -> list[Problem]:
    if remits.empty:
        return []
    claims = remits["claim_id"].nunique()
    return [_note(file, f"{claims:,} claims are predeterminations (status 25) and were not posted.", "Nothing to do.")]


def _rest(file: str, count: int, what: str) -> list[Problem]:
    return [_note(file, f"In all, {count:,} {what}", "See the remits of this file.")] if count > NAMED else []


def _note(file: str, problem: str, advice: str, value: str = "") -> Problem:
    return Problem(Severity.NOTE, problem, advice, file, value=value)
