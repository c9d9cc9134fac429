"""How claims fare at the first try, and denials at the second: first-pass, clean-claim and overturn rates."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from medoffice_xl.areas.denials.causes import Causes
from medoffice_xl.areas.denials.denial_rate import Counted
from medoffice_xl.areas.denials.first_denials import (
    DenialTables,
    days_from_denial,
    denied_first,
    denied_in,
    lines_behind,
    what_became_of_denials,
)
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.answers import answers_in, first_answers
from medoffice_xl.ledger.answers_at import AnsweredBy, answered_by
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.ledger.spread import Spread, Statistic
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.claim_status import REPLACEMENTS

FIRST_PASS = Definition(
    "First-pass resolution rate",
    "claims of which no line was denied in its first answer ÷ claims first answered by primary payers in the window; "
    "claims refused as duplicates count on neither side, one sent as a replacement (frequency 7 or 8) is no first try",
    "Intermedix, five metrics: claims resolved on first submission ÷ claims resolved in the period",
)
CLEAN = Definition(
    "Clean-claim rate (proxy)",
    "claims whose first answer shows no fault of their own (no line denied for a cause that the front desk or the "
    "billing office could have prevented, none refused as a duplicate) ÷ claims first answered in the window. A proxy: "
    "HFMA's counts claims that pass all edits untouched, which only the clearinghouse's answers tell",
    "HFMA, clean-claim rate; the proxy is medoffice_xl's own",
)
OVERTURNED = Definition(
    "Overturn rate",
    "denials whose standing answer allows something, or whose last step on Appeals is recovered ÷ denials that are "
    "closed by the day: answered again, given up, or (they, or their last appeal) as old as the threshold Denial "
    "closed after; denied first in the window",
    "HFMA, Claim Integrity Task Force: percent of denials overturned",
)
PREVENTABLE = ("front desk", "billing office")


def first_pass_rate(remits: Frame, reasons: ReasonCodes, as_of: date, window: int = 90, payer: str = "") -> Measure:
    """Share of the claims first answered in the `window` days that needed no second try.

    A claim counts on the day of its first answer; paid in part with a denied line is not resolved. The rows behind it
    are the lines first answered, `denied` where the line was. Raises NoData when no claim was answered.
    """
    period = days_up_to(as_of, window)
    kept, doubled = _without_duplicates(_first_tries_in(period, remits, reasons, as_of, payer))
    claims = _resolved(kept)
    if claims.empty:
        raise NoData(_nobody(payer, period))
    return Measure(
        float(claims.mean()),
        Unit.PERCENT,
        FIRST_PASS,
        parts=[
            Part("Claims resolved at the first try", int(claims.sum()), Unit.COUNT),
            Part("Claims first answered", len(claims), Unit.COUNT),
            *period.parts,
        ],
        rows_used=len(kept),
        left_out=[LeftOut("claims refused as duplicates", doubled)] if doubled else [],
        rows_behind=lambda: lines_behind(
            _without_duplicates(_first_tries_in(period, remits, reasons, as_of, payer))[0]
        ),
    )


def first_pass_rates(remits: Frame, reasons: ReasonCodes, days: Sequence[date], window: int = 90) -> list[float | None]:
    """`first_pass_rate` on each of the days, in one pass; None where no claim was answered."""
    return answered_by(remits, reasons, days).told(_resolved_first).shares(window)


def _resolved_first(answered: pd.DataFrame) -> pd.DataFrame:
    """The claims tried for the first time: the `day` of the answer, and whether it resolved the claim."""
    lines = _without_duplicates(_first_tries(answered))[0]
    return _by_claim(lines, _resolved(lines))


def clean_claim_rate(
    remits: Frame, reasons: ReasonCodes, causes: Causes, as_of: date, window: int = 90, payer: str = ""
) -> Measure:
    """Share of the claims first answered in the `window` days without a fault of the practice's own: a proxy.

    Denials for a cause that *Denial groups* lays to the front desk or the billing office count, and duplicates; medical
    necessity and coverage do not. The rows behind it are the lines, `denied` where there was a fault. Raises NoData
    when no claim was answered.
    """
    period = days_up_to(as_of, window)
    lines = _first_tries_in(period, remits, reasons, as_of, payer)
    if lines.empty:
        raise NoData(_nobody(payer, period))
    claims = _clean(lines, _faulty(lines, reasons, causes))
    return Measure(
        float(claims.mean()),
        Unit.PERCENT,
        CLEAN,
        parts=[
            Part("Claims without a fault", int(claims.sum()), Unit.COUNT),
            Part("Claims first answered", len(claims), Unit.COUNT),
            *period.parts,
        ],
        rows_used=len(lines),
        notes=["A proxy, from payers' answers: claims that a clearinghouse sent back are not seen here."],
        rows_behind=lambda: lines_behind(
            _with_faults(_first_tries_in(period, remits, reasons, as_of, payer), reasons, causes)
        ),
    )


def _with_faults(lines: pd.DataFrame, reasons: ReasonCodes, causes: Causes) -> pd.DataFrame:
    """The lines, `denied` where there was a fault of the practice's own."""
    return lines.assign(denied=_faulty(lines, reasons, causes))


def clean_claim_rates(
    remits: Frame, reasons: ReasonCodes, causes: Causes, days: Sequence[date], window: int = 90
) -> list[float | None]:
    """`clean_claim_rate` on each of the days, in one pass; None where no claim was answered."""
    return answered_by(remits, reasons, days).told(_clean_first, reasons, causes).shares(window)


def _clean_first(answered: pd.DataFrame, reasons: ReasonCodes, causes: Causes) -> pd.DataFrame:
    """The claims tried for the first time: the `day` of the answer, and whether it showed no fault."""
    lines = _first_tries(answered)
    return _by_claim(lines, _clean(lines, _faulty(lines, reasons, causes)))


def _by_claim(lines: pd.DataFrame, counts: "pd.Series[bool]") -> pd.DataFrame:
    """A row a claim: the day that it began to be answered, and whether it counts."""
    return pd.DataFrame({"day": lines.groupby("answered_claim")["began"].first(), "counts": counts}).reset_index()


def _resolved(lines: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each claim had no line denied."""
    return ~lines.groupby("answered_claim")["denied"].any()


def _faulty(lines: pd.DataFrame, reasons: ReasonCodes, causes: Causes) -> "pd.Series[bool]":
    """Whether each line was denied for a cause of the practice's own, or refused as a duplicate."""
    groups = causes.of_lines(lines, reasons)
    own = pd.Series([causes.group(name).prevented_by in PREVENTABLE for name in groups], lines.index, dtype="bool")
    return (lines["denied"] & own) | lines["duplicate"]


def _clean(lines: pd.DataFrame, faulty: "pd.Series[bool]") -> "pd.Series[bool]":
    """Whether each claim had no faulty line."""
    return ~faulty.groupby(lines["answered_claim"]).any()


def overturn_rate(
    of: DenialTables, as_of: date, window: int = 365, count: str = Counted.CLAIMS, payer: str = "", group: str = ""
) -> Measure:
    """Share of the denials of the `window` days that the payer took back, of those that are closed by the day.

    By claims (of a claim with several denied lines, one overturned is enough) or by dollars at stake; of one payer, of
    one group of causes, or of all. Days from denial to the first appeal and to payment are among its parts. Steps of
    *Appeals* count up to the day; it says so where they are not among the tables. Raises NoData where none is closed.
    """
    counted = choose(Counted, count, "way to count denials")
    period = days_up_to(as_of, window)
    lines = denied_in(of, period, as_of, payer)
    if group:
        lines = lines[lines["group"].str.casefold() == group.strip().casefold()]
    closed = lines[lines["closed"]]
    if closed.empty or (counted is Counted.DOLLARS and not closed["stake"].sum()):
        raise NoData(f"No denial{f' of {payer}' if payer else ''} of {period} is closed yet.")
    claims = _overturned(closed)
    won = closed[closed["overturned"]]
    value = float(claims.mean()) if counted is Counted.CLAIMS else int(won["stake"].sum()) / int(closed["stake"].sum())
    return Measure(
        value,
        Unit.PERCENT,
        OVERTURNED,
        parts=[
            Part("Claims overturned", int(claims.sum()), Unit.COUNT),
            Part("Claims closed", len(claims), Unit.COUNT),
            Part("Claims denied", int(lines["answered_claim"].nunique()), Unit.COUNT),
            Part("Recovered", int(won["recovered"].sum()), Unit.MONEY),
            Part("At stake, closed", int(closed["stake"].sum()), Unit.MONEY),
            *_days("Days from denial to appeal", days_from_denial(lines, "appealed_on")),
            *_days("Days from denial to payment", days_from_denial(won, "recovered_on")),
            *period.parts,
        ],
        rows_used=len(closed),
        notes=of.notes,
        rows_behind=lambda: lines_behind(closed.assign(denied=~closed["overturned"])),
    )


def overturn_rates(of: DenialTables, days: Sequence[date], window: int = 365) -> list[float | None]:
    """`overturn_rate` by claims on each of the days, in one pass; None where no denial was closed."""
    answered = answered_by(of.remits, of.book.reasons, days)
    return list(remembered(_overturn_rates, answered, of.book, of.causes, of.appeals, asked=(window,)))


def _overturn_rates(
    answered: AnsweredBy, book: Rulebook, causes: Causes, appeals: Frame | None, window: int
) -> list[float | None]:
    told, days = answered.told(_denied_on_day), answered.days
    of = DenialTables(None, None, book, causes, appeals)
    lines = what_became_of_denials(of, dict(told.in_windows(window)))
    closed = lines[lines["closed"]]
    claims = closed.groupby(["known_on", "answered_claim"])["overturned"].any()
    shares = claims.groupby("known_on").mean()
    return [float(shares[day]) if day in shares.index else None for day in map(pd.Timestamp, days)]


def _denied_on_day(answered: pd.DataFrame) -> pd.DataFrame:
    denied = denied_first(answered)
    return denied.assign(day=denied["denied_on"])


def _overturned(closed: pd.DataFrame) -> "pd.Series[bool]":
    """Whether of each claim with denials that are closed one was overturned."""
    return closed.groupby("answered_claim")["overturned"].any()


def _days(label: str, days: Counter[int]) -> list[Part]:
    return [Part(f"{label} ({one})", Spread(days).of(one), Unit.DAYS) for one in Statistic] if days else []


def _first_tries(answered: pd.DataFrame) -> pd.DataFrame:
    """First answers of claims, and the day on which each `began` to be answered; not those sent as replacements."""
    lines = first_answers(answered)
    again = lines["frequency"].isin(REPLACEMENTS).groupby(lines["answered_claim"]).transform("any")
    lines = lines[~again.astype("bool")]
    return lines.assign(began=lines.groupby("answered_claim")["paid_date"].transform("min"))


def _first_tries_in(period: Period, remits: Frame, reasons: ReasonCodes, as_of: date, payer: str) -> pd.DataFrame:
    """The same of a payer's claims that began to be answered in the period. A figure keeps none of these lines: they
    are many, and put together again when somebody looks."""
    lines = _first_tries(answers_in(period, remits, reasons, as_of, payer))
    return lines[lines["began"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]


def _without_duplicates(lines: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The lines of claims that were not refused as duplicates as a whole, and how many claims were."""
    doubled = lines["duplicate"].groupby(lines["answered_claim"]).transform("all").astype("bool")
    return lines[~doubled], int(lines["answered_claim"][doubled].nunique())


def _nobody(payer: str, period: Period) -> str:
    return f"No claim was answered{f' by {payer}' if payer else ''} from {period}."
