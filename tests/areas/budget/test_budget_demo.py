"""The invented practice's books: they tie to its charges, its money and its list of costs, and hide what they tell."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.budget.alert_states import State
from medoffice_xl.areas.budget.balance_sheet import statement_checks
from medoffice_xl.areas.budget.books import NEEDS, USES, budget_books
from medoffice_xl.areas.budget.budget_alert import alert
from medoffice_xl.areas.budget.demo import PLANNED_NEW, PLANNED_VISITS, SUPPLIES, demo
from medoffice_xl.areas.budget.payroll_parts import payroll_variance
from medoffice_xl.areas.budget.spans import months_of_span
from medoffice_xl.areas.controls.demo import demo as bank_demo
from medoffice_xl.areas.payables.demo import demo as payables_demo
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.areas.payables.tie_out import ap_tie
from medoffice_xl.areas.staff.demo import demo as staff_demo
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.bank import NEVER_CARRIED
from medoffice_xl.demo.files import write_practice
from medoffice_xl.demo.practice import LAST_DAY
from medoffice_xl.demo.suppliers import ENTERED_TWICE
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.ledger.costs_of_ledger import costs_of
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=2, months=14)


@pytest.fixture(scope="module")
def part(raw):
    return demo(raw.practice)


@pytest.fixture(scope="module")
def tables(raw, part):
    taken = take_in_all([(read_file(path), path.name) for path in raw.all], {}, today=date(2026, 10, 1))
    return Tables.of({**taken.frames, **part.tables})


def by_month(costs: pd.DataFrame) -> Counter:
    """Cents by month, and whether they are physicians' and fixed: what payers' figures are made of."""
    sums: Counter = Counter()
    for row in costs.to_dict("records"):
        sums[row["month"].to_period("M"), row["category"], row["behaviour"]] += row["amount"]
    return sums


def test_costs_of_the_ledger_are_the_list_of_costs(raw, part):
    """The same cents by month, category and behaviour: no figure that stands on Costs moves."""
    listed = by_month(read_file(raw.costs).tables["costs"])
    derived = by_month(costs_of(part.tables["ledger"], part.tables["accounts"]))
    charged = {month for month, *_ in listed}
    assert len(charged) == 14
    assert {key: cents for key, cents in derived.items() if key[0] in charged} == listed


def test_two_years_of_books_and_budgets(part):
    """October 2024 to September 2026; the budgets of 2025 and 2026."""
    assert part.tables["ledger"]["month"].nunique() == 24
    assert part.tables["trial_balances"]["as_of"].nunique() == 24
    assert sorted(part.tables["budget_amounts"]["month"].dt.year.value_counts().index) == [2025, 2026]
    assert part.tables["budget_amounts"]["month"].nunique() == 24


def test_every_trial_balance_balances(part):
    """Each is made of flows of its own: bank lines, bills, paydays, the loan. Debits are credits all the same."""
    assert set(part.tables["trial_balances"].groupby("as_of")["balance"].sum()) == {0}


def of_account(part, account):
    rows = part.tables["trial_balances"]
    return rows[rows["account"].str.startswith(account)].set_index("as_of")["balance"]


def test_the_bank_ties_to_cash_and_to_the_ledger(raw, part):
    """What the download of the bank says was there after each month's last line is what Cash and Ledger have."""
    lines = read_file(*bank_demo(raw.practice).files).tables["bank"].iloc[::-1]
    said = lines.groupby(lines["posted"].dt.to_period("M"))["balance"].last().to_dict()
    cash = part.tables["cash"].query("bank_account == '1000 Operating account'")
    typed = dict(zip(cash["month"].dt.to_period("M"), cash["balance"], strict=True))
    books = {day.to_period("M"): cents for day, cents in of_account(part, "1000").items()}
    assert len(said) == 14
    for month, cents in said.items():
        assert typed[month] == books[month] == cents > 0


def test_what_was_received_and_is_not_on_the_bank_stands_as_undeposited(raw, part):
    """At the end of June what patients paid on the day that never reached it is still there."""
    lost = sum(money.paid for money in raw.practice.money.values() if money.paid_on == NEVER_CARRIED)
    way = of_account(part, "1050")
    assert lost > 0
    assert min(way[way.index >= "2026-06-30"]) >= lost


def test_the_bills_tie_to_the_ledger_but_for_the_one_entered_twice(raw, part):
    own = payables_demo(raw.practice).tables
    owed = open_bills(own["vendors"], own["bills"], own["bill_payments"], LAST_DAY)
    assert ap_tie(owed, None, part.tables["trial_balances"]).value == ENTERED_TWICE
    assert len(of_account(part, "2000")) == 24


def test_hours_of_payroll_explain_the_pay(raw, part, tables):
    """The desk costs what was planned; overtime makes its hours dearer and fewer."""
    own = staff_demo(raw.practice)
    more = {**own.tables, "hours": read_file(*own.files).tables["hours"]}
    every = Tables.of({**{name: tables[name] for name in (*NEEDS, *USES)}, **more})
    books = budget_books(every, LAST_DAY)
    found = payroll_variance(books, months_of_span(books, 1, "ytd"), every)
    assert [row[0] for row in found.body] == ["6120 Medical assistants, hourly", "6210 Front office"]
    for row in found.body:
        assert row[7] + row[8] == row[6]
        assert 0.8 < row[3] / row[2] < 1.2


def test_receipts_are_what_was_posted(tables):
    """Insurance and patient payments of every month, as the intake posts them from remittances and export."""
    books = budget_books(tables, LAST_DAY)
    for month in sorted(books.facts.cash):
        planned, actual = books.incomes(month)
        if planned.visits:
            assert abs(actual.booked - actual.cash) < 200_00


def test_the_statements_tie(tables):
    books = budget_books(tables, LAST_DAY)
    found = statement_checks(books, tables["trial_balances"], LAST_DAY, 1)
    assert [row[4] for row in found.body] == ["ties"] * 3


def test_visits_are_what_hurts(tables):
    """Two physicians are fewer than the demo has: chance decides whether it is one month's end or two in a row."""
    books = budget_books(tables, LAST_DAY)
    found = alert(books, tables, 1, Thresholds().on(LAST_DAY))
    assert found.standing.state in (State.WATCH, State.SUFFERS)
    assert found.share > 0.05
    assert found.causes[0].name == "visits"
    assert found.months.words.endswith("August 2026")


def test_new_patients_stay_away_month_after_month(tmp_path):
    """In the practice of ten that the demo shows: first visits fall, and more of them than of others lack."""
    practice = write_practice(tmp_path, doctors=10, months=14).practice
    first: dict[str, date] = {}
    visits: Counter[str] = Counter()
    for claim in practice.claims:
        first.setdefault(claim.account, claim.dos)
        visits[f"{claim.dos:%Y-%m}"] += 1
    new = Counter(f"{day:%Y-%m}" for day in first.values())
    months = [f"2026-{month:02d}" for month in range(1, 9)]
    assert [new[month] for month in months] == sorted((new[month] for month in months), reverse=True)
    new_short = 8 * 10 * PLANNED_NEW - sum(new[month] for month in months)
    short = 8 * 10 * PLANNED_VISITS - sum(visits[month] for month in months)
    assert new_short > max(short - new_short, 0)


def test_supplies_grow_dearer_a_visit(tables):
    books = budget_books(tables, LAST_DAY)
    year = months_of_span(books, 1, "ytd").numbers
    account = books.chart[SUPPLIES]
    a_visit = [books.actual_of(account, [month]) / books.facts.count(month) for month in year]
    assert a_visit == sorted(a_visit)
    assert books.flexed(account, year).spending < 0
