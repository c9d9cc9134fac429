"""What patients paid on their plans: each payment counts for one plan alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


@dataclass(slots=True)
class Agreed:
    """A plan that was agreed on, and what was paid on it so far, in cents; `ended` is its first day without it."""

    place: int
    since: pd.Timestamp
    ended: pd.Timestamp
    total: int
    paid: int = 0

    def is_for(self, day: pd.Timestamp, served: pd.Timestamp) -> bool:
        """Whether a payment of the day may be for it: for services up to the agreement, while the plan runs."""
        return self.since <= day and not self.ended <= day and not served > self.since


def paid_on_plans(agreed: pd.DataFrame, payments: pd.DataFrame, as_of: pd.Timestamp) -> list[int]:
    """What was paid on each plan up to the day, in cents and in the order of the rows of `agreed`.

    A payment goes to the plan of its account that was agreed on first, up to its total, and what is left of it to the
    next one that it may be for; what is beyond them all stays with the last. One that is taken back leaves them the
    other way round, down to nothing: the rest of it was for something else. Of one day, payments come before what is
    taken back, in whichever order the rows are.

    `payments` have account, day, served and money, as `owing.patient_payments` gives them.
    """
    plans = [
        Agreed(place, since, ended, int(total))
        for place, (since, ended, total) in enumerate(
            zip(agreed["agreed_on"], agreed["plan_ended"], agreed["plan_total"], strict=True)
        )
    ]
    of_account: dict[str, list[Agreed]] = {}
    for plan in sorted(plans, key=lambda one: (one.since, one.place)):
        of_account.setdefault(agreed["plan_account"].iloc[plan.place], []).append(plan)
    theirs = payments[payments["account"].isin(of_account) & (payments["day"] <= as_of)]
    in_turn = theirs.sort_values(["day", "money", "served"], ascending=[True, False, True], kind="stable")
    columns = (in_turn[name] for name in ("account", "day", "served", "money"))
    for account, day, served, money in zip(*columns, strict=True):
        _take([plan for plan in of_account[account] if plan.is_for(day, served)], int(money))
    return [plan.paid for plan in plans]


def _take(plans: Sequence[Agreed], money: int) -> None:
    if money < 0:
        _give_back(plans, -money)
        return
    for plan in plans:
        part = min(money, max(plan.total - plan.paid, 0))
        plan.paid += part
        money -= part
    if plans:
        plans[-1].paid += money


def _give_back(plans: Sequence[Agreed], money: int) -> None:
    for plan in reversed(plans):
        part = min(money, max(plan.paid, 0))
        plan.paid -= part
        money -= part
