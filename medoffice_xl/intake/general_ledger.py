"""Reports of the books meet *Accounts*, *Ledger* and *Costs*.

A later file states its months anew: what an earlier file had for them goes. What was typed stays. *Costs* is worked out
from *Ledger* and *Accounts* every time.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from medoffice_xl.intake.merge import Merged, fitted, merge
from medoffice_xl.ledger.costs_of_ledger import costs_of, is_mapped
from medoffice_xl.ledger.trial_months import months_from, without_the_one_before
from medoffice_xl.ledger.year_start import JANUARY
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import ACCOUNTS, COSTS, LEDGER, TRIAL_BALANCES
from medoffice_xl.tables.accounts import BALANCE_SHEET, COST_KINDS
from medoffice_xl.tables.costs import FROM_LEDGER, NOT_MAPPED
from medoffice_xl.tables.general_ledger import BALANCE_SHEET_REPORT, PROFIT_AND_LOSS, TRIAL_BALANCE

BOOKS = frozenset({"accounts", "ledger", "trial_balances"})
"""Tables that reports of the books fill."""

_NAMED = 6
"""Accounts that are named in a message."""

Tables = Mapping[str, pd.DataFrame]


def merge_books(
    file: str, incoming: Tables, book: Tables, year_start: int = JANUARY
) -> tuple[dict[str, Merged], list[Problem]]:
    """The tables of the books, and *Costs*, with a report taken in; and what is to be told.

    `year_start` is the month in which income and expenses of a trial balance begin at nothing.
    """
    merged = {"accounts": merge(ACCOUNTS, book["accounts"], _new_accounts(incoming["accounts"], book["accounts"]))}
    accounts = merged["accounts"].frame
    problems: list[Problem] = []
    if not {"ledger", "trial_balances"} & incoming.keys():
        return merged, problems
    if "trial_balances" in incoming and set(incoming["trial_balances"]["source"]) == {BALANCE_SHEET_REPORT}:
        return _with_balance_sheet(file, merged, incoming["trial_balances"], book["trial_balances"])
    if "trial_balances" in incoming:
        days = set(incoming["trial_balances"]["as_of"])
        anew = book["trial_balances"]["as_of"].isin(days)
        merged["trial_balances"] = merge(TRIAL_BALANCES, book["trial_balances"], incoming["trial_balances"], anew)
        balances = merged["trial_balances"].frame
        balances = balances[balances["source"] != BALANCE_SHEET_REPORT]
        ledger = months_from(balances, accounts, _months_of(days, book["ledger"]), year_start)
        problems += _waiting(file, balances, year_start)
    else:
        ledger = incoming["ledger"]
    anew = _stated_anew(book["ledger"], ledger, accounts)
    merged["ledger"] = merge(LEDGER, book["ledger"], ledger, anew)
    merged["costs"] = merge_costs(book["costs"], merged["ledger"].frame, accounts)
    problems += [
        *_told_anew(file, book["ledger"][anew], ledger),
        *_unmapped(file, ledger, accounts),
        *beside_lists(file, merged["costs"].frame, ledger["month"]),
    ]
    return merged, problems


def _with_balance_sheet(
    file: str, merged: dict[str, Merged], incoming: pd.DataFrame, current: pd.DataFrame
) -> tuple[dict[str, Merged], list[Problem]]:
    """A balance sheet states its days anew; a trial balance says more than it, and stays. No month follows from it."""
    of_days = current["as_of"].isin(set(incoming["as_of"]))
    fuller = set(current["as_of"][of_days & (current["source"] != BALANCE_SHEET_REPORT)])
    taken = incoming[~incoming["as_of"].isin(fuller)]
    anew = pd.Series(of_days & ~current["as_of"].isin(fuller), current.index, dtype=bool)
    merged["trial_balances"] = merge(TRIAL_BALANCES, current, taken, anew)
    problems = [
        Problem(
            Severity.NOTE,
            f"There is a trial balance of {day:%m/%d/%Y} already, which says more: the balance sheet was not taken.",
            "Nothing to do, unless it differs: then import the trial balance again.",
            file,
            column=TRIAL_BALANCES.sheet,
        )
        for day in sorted(fuller)
    ]
    return merged, problems


def merge_costs(costs: pd.DataFrame, ledger: pd.DataFrame, accounts: pd.DataFrame) -> Merged:
    """*Costs* with the rows that follow from the ledger made anew; a list's rows of the same account and month go."""
    derived = costs_of(ledger, accounts)
    stated = set(zip(derived["month"], derived["account"].str.casefold(), strict=True))
    months = costs["month"].dt.to_period("M").dt.to_timestamp()
    listed = [pair in stated for pair in zip(months, costs["account"].str.casefold(), strict=True)]
    return merge(COSTS, costs, derived, (costs["source"] == FROM_LEDGER) | pd.Series(listed, costs.index, dtype=bool))


def renewed_costs(book: Tables) -> dict[str, pd.DataFrame]:
    """*Costs* by name where *Accounts* or *Ledger* have changed what follows from them; else nothing.

    A workbook without one of the three tables has nothing to renew.
    """
    if not {"accounts", "ledger", "costs"} <= book.keys():
        return {}
    costs = fitted(COSTS, book["costs"])
    merged = merge_costs(costs, fitted(LEDGER, book["ledger"]), fitted(ACCOUNTS, book["accounts"]))
    return {"costs": merged.frame} if merged.added or merged.changed or merged.removed else {}


def _new_accounts(incoming: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Accounts that are not on the list yet, and kind and line of those that have none; what is there stays."""
    names, said = known["account"].str.casefold(), incoming["account"].str.casefold()
    filled = known.copy()
    for column in ("kind", "line"):
        is_told = incoming[column] != ""
        told = dict(zip(said[is_told], incoming[column][is_told], strict=True))
        filled[column] = known[column].where(known[column] != "", [told.get(name, "") for name in names]).astype("str")
    changed = (filled[["kind", "line"]] != known[["kind", "line"]]).any(axis=1)
    return pd.concat([incoming[~said.isin(names)], filled.loc[changed, ACCOUNTS.names]], ignore_index=True)


def _months_of(days: "set[pd.Timestamp]", ledger: pd.DataFrame) -> set[date]:
    """The months that trial balances of these days bear on: their own, the next one where no other report states it,
    and those that came from trial balances before."""
    own = {day.date().replace(day=1) for day in days}
    following = {(day.date() + timedelta(days=1)) for day in days}
    months = ledger["month"].dt.to_period("M").dt.to_timestamp()
    others = {stamp.date() for stamp in months[~ledger["source"].isin(["", TRIAL_BALANCE])]}
    before = {stamp.date() for stamp in months[ledger["source"] == TRIAL_BALANCE]}
    return own | (following - others) | before


def _stated_anew(current: pd.DataFrame, incoming: pd.DataFrame, accounts: pd.DataFrame) -> "pd.Series[bool]":
    """Rows of files in the months that are stated anew; a profit and loss says nothing of the balance sheet."""
    months = current["month"].dt.to_period("M").isin(set(incoming["month"].dt.to_period("M")))
    anew = months & (current["source"] != "")
    if set(incoming["source"]) == {PROFIT_AND_LOSS}:
        balance_sheet = set(accounts["account"][accounts["kind"].isin(BALANCE_SHEET)].str.casefold())
        anew &= ~current["account"].str.casefold().isin(balance_sheet)
    return pd.Series(anew, current.index, dtype=bool)


def _told_anew(file: str, former: pd.DataFrame, incoming: pd.DataFrame) -> list[Problem]:
    """One finding for each month that was there and is different now."""
    before, after = _by_month(former), _by_month(incoming)
    problems = []
    for month in sorted(before):
        old, new = before[month], after.get(month, {})
        changed = [name for name in old if old[name] != new.get(name, 0)]
        added = [name for name in new if name not in old]
        if not changed and not added:
            continue
        gone = [name for name in changed if name not in new]
        named = ", ".join(f"{name} {show(old[name])} → {show(new.get(name, 0))}" for name in changed[:_NAMED])
        told = f"{_counted(len(changed))} changed{f' ({named})' if named else ''}, {len(gone)} of them gone"
        found = f"{month} was in the ledger and is stated anew: {told}, {len(added)} new."
        problems.append(Problem(Severity.DATA, found, "Nothing to do if the new report is right.", file, column=month))
    return problems


def _by_month(frame: pd.DataFrame) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for month, account, amount in zip(frame["month"], frame["account"], frame["amount"], strict=True):
        found.setdefault(f"{month:%Y-%m}", {})[account] = int(amount)
    return found


def _unmapped(file: str, ledger: pd.DataFrame, accounts: pd.DataFrame) -> list[Problem]:
    """The accounts of costs in these rows that *Accounts* does not say enough of."""
    posted = set(ledger["account"].str.casefold())
    here = accounts[accounts["account"].str.casefold().isin(posted)]
    mapped = [
        is_mapped(*each) for each in zip(here["category"], here["physician_pay"], here["fixed_share"], strict=True)
    ]
    lacking = here[here["kind"].isin(COST_KINDS) & ~pd.Series(mapped, here.index, dtype=bool)]
    unknown = here[here["kind"] == ""]
    problems = []
    if not lacking.empty:
        found = (
            f"{_counted(len(lacking))} of costs {_named(lacking)} not mapped yet; they count as fixed, and without a "
            f"category as “{NOT_MAPPED}”."
        )
        advice = "Fill in category and fixed share on the sheet Accounts, once; then import or refresh again."
        problems.append(Problem(Severity.DATA, found, advice, file, column=ACCOUNTS.sheet))
    if not unknown.empty:
        found = f"{_counted(len(unknown))} {_named(unknown)} of a kind that is not said; they count as costs."
        advice = "Fill in the kind on the sheet Accounts; then import or refresh again."
        problems.append(Problem(Severity.DATA, found, advice, file, column=ACCOUNTS.sheet))
    return problems


def _counted(number: int) -> str:
    return f"{number:,} account{'' if number == 1 else 's'}"


def _named(accounts: pd.DataFrame) -> str:
    names = accounts["account"].tolist()
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"({', '.join(names[:_NAMED])}{more}) {'is' if len(names) == 1 else 'are'}"


def beside_lists(file: str, costs: pd.DataFrame, touched: "pd.Series[pd.Timestamp]") -> list[Problem]:
    """Of the months that an import touched, those with costs from the ledger and from a list: maybe the same money."""
    months = costs["month"].dt.strftime("%Y-%m")
    of_ledger = costs["source"] == FROM_LEDGER
    both = {*touched.dt.strftime("%Y-%m")} & {*months[of_ledger]} & {*months[~of_ledger]}
    if not both:
        return []
    listed = show(int(costs["amount"][months.isin(both) & ~of_ledger].sum()))
    found = (
        f"Costs has rows of {', '.join(sorted(both))} that are not from the ledger ({listed}) beside those that are; "
        "where the account is the same, the ledger's stand."
    )
    advice = (
        "If they are the same money under other names, delete them on the sheet Costs; else there is nothing to do."
    )
    return [Problem(Severity.DATA, found, advice, file, column=COSTS.sheet)]


def _waiting(file: str, balances: pd.DataFrame, year_start: int) -> list[Problem]:
    """Trial balances that give no month yet."""
    return [
        Problem(
            Severity.DATA,
            f"The trial balance of {day:%m/%d/%Y} is kept, but its month is the difference from the one before it.",
            f"Import the trial balance as of {day.replace(day=1) - timedelta(days=1):%m/%d/%Y} too.",
            file,
            column=TRIAL_BALANCES.sheet,
        )
        for day in without_the_one_before(balances, year_start)
    ]
