"""Days to pay: how long payers take from the claim to the money."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.among import among
from medoffice_xl.ledger.answers import answers
from medoffice_xl.ledger.answers_at import AnsweredBy, answered_by
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.first_billed import NAMES, first_billed, several_payers
from medoffice_xl.ledger.known_by import COPY, copies_known_by, day_entered, known_by
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame, Rows, as_pandas, fetch, of_columns, take, within
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.spread import Spread, Statistic
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES

DEFINITION = Definition(
    "Days to pay, claims-based",
    "date of the check or EFT − day the claim was submitted (or else entered), over the claims paid in the window",
    "athenahealth PayerView: days in A/R from charge entry to remittance",
)

_SENT = ("claim_id", "dos", "post_date", "submit_date")
_COUNTS = (nw.col("dated") > 0, nw.col("days") >= 0)
"""Which paid claims count: both days are known, and in their order."""


def days_to_pay(
    charges: Frame,
    remits: Frame,
    reasons: ReasonCodes,
    as_of: date,
    window: int = 90,
    statistic: str = Statistic.MEAN,
    scope: Scope = Scope(),  # noqa: B008 (frozen)
) -> Measure:
    """Mean, median or 90th percentile of days from submission to payment, over the claims paid in the window.

    A claim counts once, on the day of the first payment that stands: reversed payments are left out, and so are claims
    that were paid nothing. What is one claim is as everywhere the answers' own ties: where the practice's number is a
    patient's account, each visit is a claim, sent on the day that the charges of its days of service were. The
    rows behind it are the claims that count, with both days. Raises NoData when no claim of the charges was paid in the
    window.
    """
    wanted = choose(Statistic, statistic, "statistic")
    period = days_up_to(as_of, window)
    first = _first_payments(charges, remits, reasons, as_of)
    paid, found, several = remembered(_paid_in, first, asked=(scope, period))
    counts: Counter[int] = Counter()
    for row in found:
        if row["dated"]:
            counts[row["days"]] += row["claims"]
    early = sum(claims for days, claims in counts.items() if days < 0)
    spread = Spread({days: claims for days, claims in counts.items() if days >= 0})
    if not spread.size:
        whose = f" for {scope}" if scope.names else ""
        raise NoData(f"No claim of the charges was paid{whose} from {period}.")
    unknown = sum(row["claims"] for row in found if not row["billed"])
    undated = sum(row["claims"] for row in found if row["billed"] and not row["dated"])
    return Measure(
        spread.of(wanted),
        Unit.DAYS,
        DEFINITION,
        parts=[
            *(Part(choice.capitalize(), spread.of(choice), Unit.DAYS) for choice in Statistic),
            Part("Claims paid", spread.size, Unit.COUNT),
            *period.parts,
        ],
        rows_used=spread.size,
        left_out=[
            LeftOut(reason, rows)
            for reason, rows in (
                ("paid claims that are not in the charges", unknown if not scope.names else 0),
                ("claims with no day of submission or entry", undated),
                ("claims paid before they were sent: an error in the dates", early),
            )
            if rows
        ],
        notes=several if scope.payer else [],
        rows_behind=lambda: rows_behind(
            paid.filter(*_COUNTS),
            *("claim_id", "payer", "sent", "paid_date"),
        ),
    )


def usual_days_to_pay(
    charges: Frame, remits: Frame, reasons: ReasonCodes, as_of: date, window: int = 90
) -> dict[str, float]:
    """The 90th percentile of `days_to_pay` by payer, in lower case, in one pass; that of all of them under "".

    A payer who paid no claim of the charges in the window is not there.
    """
    period = days_up_to(as_of, window)
    first = _first_payments(charges, remits, reasons, as_of).filter(within("paid_date", period.first, period.last))
    by_payer: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in fetch(first.filter(*_COUNTS).group_by("payer", "days").agg(claims=nw.len())):
        by_payer[row["payer"].lower()][row["days"]] += row["claims"]
    by_payer[""] = sum(by_payer.values(), start=Counter())
    return {payer: Spread(counts).of(Statistic.P90) for payer, counts in by_payer.items() if counts}


def mean_days_to_pay(
    charges: Frame, remits: Frame, reasons: ReasonCodes, days: Sequence[date], window: int = 90
) -> list[float | None]:
    """The mean of `days_to_pay` on each of the days, in one pass; None where no claim of the charges was paid."""
    sent, answered = of_columns(charges, *_SENT), answered_by(remits, reasons, days)
    once, anew = remembered(_payments_by, sent, answered, asked=(tuple(days),))
    found: list[float | None] = []
    for place, day in enumerate(days):
        period = days_up_to(day, window)
        copies = anew[anew["copy"] == place]
        waits = [row["days"][row["paid_date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]
                 for row in (once, copies)]  # fmt: skip
        count = sum(map(len, waits))
        found.append(sum(int(each.sum()) for each in waits) / count if count else None)
    return found


def _payments_by(charges: Frame, answered: AnsweredBy, days: Sequence[date]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The paid claims that count: those that are told once for all days, and the others' copies as each day knew them.

    A claim is told anew by each day, too, where a charge was entered after its answer.
    """
    lines = take(charges, CHARGES, *_SENT).collect().to_pandas()
    answered = answered.apart(_charged_late(lines, answered.once))
    theirs = sorted(set(answered.anew["claim_id"]))
    copies = copies_known_by(days, charges, CHARGES, theirs)[list(_SENT)]
    named = answered.anew.assign(claim_id=answered.anew["copy"].astype("str") + COPY + answered.anew["claim_id"])
    once, anew = _counted(_payments(lines, answered.once)), _counted(_payments(copies, named))
    places = named.drop_duplicates("claim_id").set_index("claim_id")["copy"]
    return once, anew.assign(copy=places.reindex(anew["claim_id"]).to_numpy())


def _charged_late(lines: pd.DataFrame, answered: pd.DataFrame) -> set[str]:
    """The numbers of which a charge was entered after the first day on which they were answered."""
    first = answered.groupby("claim_id")["paid_date"].min()
    return set(lines["claim_id"][day_entered(lines, CHARGES) > first.reindex(lines["claim_id"]).set_axis(lines.index)])


def _counted(paid: pd.DataFrame) -> pd.DataFrame:
    return paid[(paid["dated"] > 0) & (paid["days"] >= 0)]


def _first_payments(charges: Frame, remits: Frame, reasons: ReasonCodes, as_of: date) -> Rows:
    """One row a paid claim: `sent`, `paid_date`, the `days` between, whether both are known (`dated`), and whether the
    claim is `billed` in the charges."""
    sent, named = of_columns(charges, *_SENT), first_billed(charges, as_of)
    return remembered(_found_payments, sent, named, remits, asked=(reasons, as_of))


def _paid_in(first: Rows, scope: Scope, period: Period) -> tuple[Rows, list[dict[str, Any]], list[str]]:
    """The claims in scope that were paid in the period, how many waited how long, and what there is to say of them."""
    paid = scope.of_charges(first.filter(within("paid_date", period.first, period.last)))
    return paid, fetch(paid.group_by("days", "billed", "dated").agg(claims=nw.len())), several_payers(paid)


def _found_payments(charges: Frame, named: Rows, remits: Frame, reasons: ReasonCodes, as_of: date) -> Rows:
    answered = answers(remits, reasons, as_of, columns=_PAID)
    claims = _payments(as_pandas(known_by(as_of, charges, CHARGES, *_SENT), CHARGES), answered)
    found = claims.merge(named.collect().to_pandas(), on="claim_id", how="left")
    found = found.fillna({**dict.fromkeys(NAMES, ""), "mixed": 0}).astype({"mixed": "int64"})
    return unchanging(nw.from_native(found).lazy())


_PAID = ("answered_claim", "claim_id", "paid_date", "dos", "paid", "kept")
"""What `_payments` looks at."""


def _payments(lines: pd.DataFrame, answered: pd.DataFrame) -> pd.DataFrame:
    """The claims that were paid something, with the day they were sent and the day of the first payment that stands."""
    lines = lines.assign(sent=lines["submit_date"].fillna(lines["post_date"]))
    paid = answered.loc[answered["kept"] & (answered["paid"] > 0), ["answered_claim", "claim_id", "paid_date"]]
    claims = paid.groupby("answered_claim", sort=False).agg(
        claim_id=("claim_id", "first"), paid_date=("paid_date", "min")
    )
    of_number = lines.groupby("claim_id", sort=False)["sent"].min()
    # By index and not by map, which makes days numbers where there is no charge.
    otherwise = of_number.reindex(claims["claim_id"]).set_axis(claims.index)
    sent = _sent_by_visit(lines, answered).reindex(claims.index).fillna(otherwise)
    claims["sent"] = sent.astype("datetime64[us]")
    claims["billed"] = among(claims["claim_id"], of_number.index).astype("int64")
    claims["dated"] = claims["sent"].notna().astype("int64")
    claims["days"] = (claims["paid_date"] - claims["sent"]).dt.days.fillna(0).astype("int64")
    return claims


def _sent_by_visit(lines: pd.DataFrame, answered: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """When a claim was sent whose number stands for several, as a patient's account does: by its days of service."""
    pairs = answered[["claim_id", "answered_claim"]].drop_duplicates()
    several = pairs["claim_id"][pairs.duplicated("claim_id")]
    visits = answered.loc[among(answered["claim_id"], several), ["claim_id", "answered_claim", "dos"]].drop_duplicates()
    return visits.merge(lines, on=["claim_id", "dos"]).groupby("answered_claim")["sent"].min()
