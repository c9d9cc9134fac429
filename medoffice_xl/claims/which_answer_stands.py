"""Which answer stands where a payer answered more than once: reversals and corrections, replacements, duplicates.

Every figure that asks what a payer answered asks here: denial rates and lists, days to pay, the voucher check.

- A reversal (status 22) takes back one answer to the line: that under its own payer number, or else the one whose
  amounts it turns around. It never takes back the correction that comes with it. One that finds nothing is unpaired.
- A replacement (frequency 7 or 8) stands in the place of every earlier answer to its claim, unless all of it was
  refused. Replacements answered by line, over several checks, leave each other alone.
- A refusal as duplicate changes nothing where there is any other answer to the line.
- Of the answers left the latest is the answer that stands. A payment is not taken back by a later refusal alone: its
  money stays with the practice, and it is still held against the contract.

Sources: X12 835 TR3 005010X221A1, reversals and corrections; X12 RFI 1423 (denials are told by their reasons).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.claim_identity import claim_of_answers, days_of
from medoffice_xl.claims.line_identity import line_of_answers
from medoffice_xl.claims.reason_codes import AnswerKind, ReasonCodes
from medoffice_xl.claims.reversals import reversed_answers
from medoffice_xl.row_keys import Ints, combine, numbered
from medoffice_xl.tables.claim_status import LATER_PAYER, REPLACEMENTS, REVERSAL, UNDECIDED

Mask = npt.NDArray[np.bool_]

REFUSED = (AnswerKind.DENIED, AnswerKind.DUPLICATE)

NEEDED = (
    "remittance", "trace", "payer_id", "payer", "paid_date", "claim_seq", "level", "claim_id", "line_control",
    "claim_status", "payer_claim_no", "original_ref", "frequency", "dos", "code", "mod1", "mod2", "mod3", "mod4",
    "billed_code", "billed_mods", "charge", "paid", "deductible", "coinsurance", "copay", "sequestration", "withhold",
    "adjustments",
)  # fmt: skip
"""Columns of Remits that say which answer stands."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What each remitted line is as an answer, one place a line.

    `claim` and `line` number the claims and the billed lines that are answered, `order` the answers (one CLP each) in
    time. `kind` is an `AnswerKind`. `reversal` marks lines that take something back,
    `unpaired` those of them whose original was never seen, `fell` the answers that were taken back, `replaced` those
    in whose place another answer stands, `anew` those to what had been answered before (replacements, duplicates, a
    whole claim line by line). `secondary` are answers of later payers, `undecided` those that decide nothing. `again`
    marks payments of a line that the same payer had paid before.
    """

    claim: Ints
    line: Ints
    order: Ints
    kind: Ints
    reversal: Mask
    unpaired: Mask
    fell: Mask
    replaced: Mask
    anew: Mask
    secondary: Mask
    undecided: Mask
    again: Mask

    @property
    def opening(self) -> Mask:
        """Answers by primary payers that decided something for the first time, whatever became of them."""
        return ~(self.reversal | self.secondary | self.undecided | self.anew)

    @property
    def standing(self) -> Mask:
        """Answers by primary payers that neither fell nor were replaced."""
        return self.left & ~self.secondary

    @property
    def paying(self) -> Mask:
        """Answers left that allowed something, or set the price to nothing."""
        paying: Mask = self.left & (self.kind == AnswerKind.PRICED)
        return paying

    @property
    def several(self) -> Mask:
        """The answers to lines that have more than one."""
        counts: Ints = np.bincount(self.line)
        several: Mask = counts[self.line] > 1
        return several

    @property
    def left(self) -> Mask:
        """Answers that neither fell nor were replaced, of whichever payer."""
        return ~(self.reversal | self.undecided | self.fell | self.replaced)

    @property
    def final(self) -> Mask:
        """The answer that stands: of those left, the latest to each line; of later payers apart."""
        return last_of_each(combine(self.line, self.secondary.astype("int64")), self.order, self.left)


def which_answer_stands(remits: pd.DataFrame, reasons: ReasonCodes) -> Answers:
    """Sort out the answers of a frame of the table `remits` (the columns of NEEDED), whatever the order of its rows."""
    claim_status = remits["claim_status"]
    payer = pd.factorize(remits["payer"])[0].astype("int64")
    order = _in_time(remits)
    claim = claim_of_answers(remits, order)
    line = line_of_answers(remits, claim, order)
    reversal = (claim_status == REVERSAL).to_numpy()
    undecided = claim_status.isin(UNDECIDED).to_numpy()
    secondary = claim_status.isin(LATER_PAYER).to_numpy()
    kind = _kinds(remits, order, reasons)
    turned = reversed_answers(remits, line, claim, payer, order, reversal, undecided)
    tier = secondary.astype("int64")
    answers = ~(reversal | undecided)
    left = answers & ~turned.fell
    of_payer = combine(claim, payer, tier)
    replaced, anew = _replacements(remits, of_payer, line, order, kind, left)
    doubled = _duplicates(combine(line, tier), kind, answers)
    refused = kind != AnswerKind.PRICED
    whole, by_line = _wholes_answered_by_line(remits, of_payer, order, refused, answers & ~replaced & ~doubled)
    replaced |= whole | doubled
    anew |= by_line | doubled
    paying = left & ~replaced & (kind == AnswerKind.PRICED) & _answers_a_line(remits)
    again = _later_payments(combine(line, payer, tier), order, paying)
    return Answers(
        claim=claim,
        line=line,
        order=order,
        kind=kind,
        reversal=reversal,
        unpaired=turned.unpaired,
        fell=turned.fell,
        replaced=replaced,
        anew=anew,
        secondary=secondary,
        undecided=undecided,
        again=again,
    )


def _in_time(remits: pd.DataFrame) -> Ints:
    """The answers to claims (CLP) numbered in time: by day, check and position in it."""
    checks = [pd.factorize(remits[name], sort=True)[0] for name in ("remittance", "trace", "payer_id")]
    claim = pd.factorize(remits["claim_id"])[0]
    keys = (claim, remits["claim_seq"].to_numpy(dtype="int64"), *checks, days_of(remits["paid_date"]))
    rows = np.lexsort(keys)
    changes = np.logical_or.reduce([np.diff(key[rows]) != 0 for key in keys])
    order = np.empty(len(remits), dtype="int64")
    order[rows] = np.concatenate(([0], np.cumsum(changes))) if len(rows) else 0
    return order


def _kinds(remits: pd.DataFrame, adjudication: Ints, reasons: ReasonCodes) -> Ints:
    """What each answer is. Lines of a claim that was refused as a whole have the claim's reason."""
    kind = np.zeros(len(remits), dtype="int64")
    money = ("paid", "deductible", "coinsurance", "copay", "sequestration", "withhold")
    nothing = np.logical_and.reduce([(remits[name] == 0).to_numpy() for name in money])
    if nothing.any():
        kind[nothing] = reasons.kinds(remits["adjustments"][nothing])
    wholes = np.flatnonzero((remits["level"] == "claim").to_numpy() & (remits["adjustments"] != "").to_numpy())
    if not wholes.size:
        return kind
    of = np.flatnonzero(np.isin(adjudication, adjudication[wholes]))
    own, count = numbered(adjudication[of])
    left = np.zeros(count, dtype=bool)
    for name in money:
        left |= np.bincount(own, weights=remits[name].to_numpy()[of], minlength=count) != 0
    refused = np.full(count, AnswerKind.PRICED, dtype="int64")
    of_claim = reasons.kinds(remits["adjustments"].iloc[wholes])
    np.maximum.at(refused, own[np.isin(of, wholes)], of_claim)
    kind[of] = np.where(left[own], kind[of], np.maximum(kind[of], refused[own]))
    return kind


def _replacements(
    remits: pd.DataFrame, claim: Ints, line: Ints, order: Ints, kind: Ints, left: Mask
) -> tuple[Mask, Mask]:
    """What stands no more for a replacement that was not refused; and what replacements answer anew.

    `claim` is one payer's.
    """
    replaced = np.zeros(len(remits), dtype=bool)
    marks = remits["frequency"].isin(REPLACEMENTS).to_numpy()
    if not marks.any():
        return replaced, replaced.copy()
    begun = pd.Series(order[~marks]).groupby(claim[~marks]).min()
    anew = marks & (order > begun.reindex(claim, fill_value=np.iinfo("int64").max).to_numpy())
    rows = np.flatnonzero(marks & left)
    number = pd.factorize(remits["payer_claim_no"].iloc[rows])[0].astype("int64")
    silent = (remits["payer_claim_no"].iloc[rows] == "").to_numpy()
    group, count = numbered(combine(claim[rows], np.where(silent, -1 - order[rows], number)))
    taken = np.bincount(group, weights=~np.isin(kind[rows], REFUSED), minlength=count) > 0
    rows, group = rows[taken[group]], group[taken[group]]
    since = pd.Series(order[rows]).groupby(claim[rows]).max()
    replaced = (order < since.reindex(claim, fill_value=-1).to_numpy()) & ~marks & left
    replaced[_outdone(rows, group, line, order)] = True
    return replaced, anew


def _outdone(rows: Ints, group: Ints, line: Ints, order: Ints) -> Ints:
    """Lines of replacements that a later replacement answers again, and with them the rest of their replacement."""
    frame = pd.DataFrame({"row": rows, "group": group, "line": line[rows], "order": order[rows]})
    begins = frame["order"].groupby(frame["group"]).transform("max")
    last = begins.groupby(frame["line"]).transform("max")
    gone = set(frame["group"][begins < last])
    return frame["row"][frame["group"].isin(gone)].to_numpy(dtype="int64")


def _wholes_answered_by_line(
    remits: pd.DataFrame, claim: Ints, order: Ints, refused: Mask, answers: Mask
) -> tuple[Mask, Mask]:
    """Refusals of a claim as a whole, where a later answer is to the same charges line by line; and those lines.

    `claim` is one payer's.
    """
    gone, by_line = np.zeros(len(remits), dtype=bool), np.zeros(len(remits), dtype=bool)
    charge = remits["charge"].to_numpy()
    wholes = np.flatnonzero(answers & refused & (remits["level"] == "claim").to_numpy() & (charge != 0))
    if not wholes.size:
        return gone, by_line
    of = np.flatnonzero(answers & np.isin(claim, claim[wholes]))
    answer = pd.DataFrame({"claim": claim[of], "order": order[of], "charge": charge[of]})
    answer["charge"] = answer.groupby(["claim", "order"])["charge"].transform("sum")
    latest = answer.groupby(["claim", "charge"])["order"].max()
    earliest = pd.Series(order[wholes]).groupby([claim[wholes], charge[wholes]]).min()
    keys = pd.MultiIndex.from_arrays([claim[wholes], charge[wholes]])
    gone[wholes] = latest.reindex(keys).to_numpy() > order[wholes]
    begun = earliest.reindex(pd.MultiIndex.from_frame(answer[["claim", "charge"]])).to_numpy()
    by_line[of] = answer["order"].to_numpy() > begun
    return gone, by_line


def _duplicates(line: Ints, kind: Ints, answers: Mask) -> Mask:
    """Refusals as duplicates of lines that have another answer."""
    doubled: Mask = answers & (kind == AnswerKind.DUPLICATE)
    if not doubled.any():
        return doubled
    others: Mask = np.bincount(line, weights=answers & ~doubled) > 0
    doubled &= others[line]
    return doubled


def _answers_a_line(remits: pd.DataFrame) -> Mask:
    """What is taken or added at claim level beyond the lines answers no line of its own."""
    mask: Mask = ((remits["level"] == "line") | (remits["charge"] != 0)).to_numpy()
    return mask


def _later_payments(line: Ints, order: Ints, paying: Mask) -> Mask:
    """Payments that are not in the first paying answer of their line."""
    later = np.zeros(len(line), dtype=bool)
    rows = np.flatnonzero(paying)
    if rows.size:
        first = pd.Series(order[rows]).groupby(line[rows]).transform("min").to_numpy()
        later[rows] = order[rows] > first
    return later


def last_of_each(line: Ints, order: Ints, among: Mask) -> Mask:
    """Of the rows among these, those of the highest order of each line."""
    found = np.zeros(len(line), dtype=bool)
    rows = np.flatnonzero(among)
    if rows.size:
        last = pd.Series(order[rows]).groupby(line[rows]).transform("max").to_numpy()
        found[rows] = order[rows] == last
    return found
