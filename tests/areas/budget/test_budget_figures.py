"""The worked month through the tables: lines, bridge, alert, forecasts and ratios, to the cent."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from budget_tables import accounts, amounts, budget_tables
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from medoffice_xl.areas.budget import key_ratios as ratios
from medoffice_xl.areas.budget.alert_causes import Access, Patients, of_visits
from medoffice_xl.areas.budget.alert_states import State
from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import alert, sentence
from medoffice_xl.areas.budget.budget_bridge import budget_bridge
from medoffice_xl.areas.budget.budget_notes import notes_of_month
from medoffice_xl.areas.budget.budget_variance import DEFINITION, budget_lines, budget_variance
from medoffice_xl.areas.budget.headlines import HEADLINES
from medoffice_xl.areas.budget.spans import months_of_span
from medoffice_xl.areas.budget.year_forecast import run_rate, year_forecast
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.headlines import Terms
from medoffice_xl.measure import Measure, Unit

AS_OF = date(2026, 6, 30)
JUNE = 2026 * 12 + 5
LIMITS = Thresholds().newest
CHART = accounts(
    ("Patient income", "income"),
    ("Supplies", "expense", 0, "visits"),
    ("Payroll", "expense", 1, "none"),
    ("Rent", "expense", 1),
    ("Billing fee", "expense", 0, "cash"),
)
PLAN = amounts("2026-06-01", Patient_income=199_500, Supplies=15_000, Payroll=62_000, Rent=14_000, Billing_fee=9_975)
POSTED = amounts(
    "2026-06-01", Patient_income=170_020, Supplies=14_820.40, Payroll=63_900, Rent=14_000, Billing_fee=8_501
)
VISITS = [
    {"month": "2026-06-01", "payer": payer, "visits": count, "new_visits": new, "allowed": rate, "losses": losses}
    for payer, count, new, rate, losses in (
        ("Medicare", 900, 100, 92, 4000), ("Commercial", 800, 150, 128, 0), ("Medicaid", 300, 50, 61, 0)
    )
]  # fmt: skip
SEEN = (("Medicare", 860, 80, 92), ("Commercial", 620, 80, 124.5), ("Medicaid", 380, 50, 61))


def seen(month="2026-06-15"):
    """The month's visits, a claim each, charged at what they are allowed; known patients came before."""
    rows = []
    for payer, count, new, rate in SEEN:
        for number in range(count):
            patient = f"{payer}{number}"
            one = {
                "claim_id": f"{month}{patient}",
                "patient_acct": patient,
                "payer": payer,
                "charge": rate,
                "dos": month,
            }
            rows.append(one)
            if number >= new:
                rows.append({**one, "claim_id": f"old{patient}", "dos": "2025-03-03"})
    return rows


def world(**more):
    given = {
        "accounts": CHART, "budget_amounts": PLAN, "ledger": POSTED, "budget_visits": VISITS,
        "closed_months": [{"month": "2026-06-01"}], "charges": seen(),
        "payments": [
            {"claim_id": "2026-06-15Medicare0", "post_date": "2026-06-20", "amount": 170_020},
            {"claim_id": "2026-06-15Medicare1", "post_date": "2026-06-20", "amount": 6_350.25, "kind": "bad debt"},
        ],
    }  # fmt: skip
    return budget_tables(**{**given, **more})


@pytest.fixture(scope="module")
def tables():
    return world()


@pytest.fixture(scope="module")
def books(tables):
    return budget_books(tables, AS_OF)


@pytest.fixture(scope="module")
def months(books):
    return months_of_span(books, 1, "ytd")


def test_the_net_is_short_by_all_parts_together(books, months):
    """98,525.00 planned, 68,798.60 made: -29,726.40, income -29,480.00 and costs -246.40."""
    found = budget_variance(books, months)
    parts = {part.label: part.value for part in found.parts}
    assert (found.value, parts["Budget"], parts["Actual"]) == (-29_726_40, 98_525_00, 68_798_60)
    assert parts["Costs: volume"] == 1_050_00 + 1_474_00
    assert parts["Costs: spending"] == -870_40 - 1_900_00
    assert parts["Volume: new patients"] == -9_157_50


@pytest.mark.parametrize(
    ("account", "variance"),
    [
        ("patient income", -29_480_00),
        ("Supplies", 179_60),
        ("Payroll", -1_900_00),
        ("Rent", 0),
        ("Billing fee", 1_474_00),
    ],
)
def test_an_account_by_itself(books, months, account, variance):
    assert budget_variance(books, months, account).value == variance


def test_an_account_nobody_knows_is_named(books, months):
    with pytest.raises(BadArgument, match="“Parking” is neither budgeted nor posted"):
        budget_variance(books, months, "Parking")


def test_the_lines_say_what_volume_and_spending_explain(books, months):
    said = notes_of_month(world(budget_notes=[
        {"month": "2026-06-01", "account": "supplies", "comment": "Gloves dearer", "owner": "Kim"},
        {"month": "2026-07-01", "account": "Supplies", "comment": "Later", "owner": "Kim"},
    ])["budget_notes"], months.numbers)  # fmt: skip
    rows = {row[0]: row for row in budget_lines(books, months, said).body}
    assert rows["Supplies"] == (
        "Supplies", "not mapped", 15_000_00, 13_950_00, 14_820_40, 179_60, 179_60 / 15_000_00, 1_050_00, -870_40,
        "Gloves dearer", "Kim",
    )  # fmt: skip
    assert rows["Net before physician pay"][5] == -29_726_40
    assert "Net income" not in rows


def test_the_bridge_leads_from_plan_to_actual(books, months):
    body = [tuple(row) for row in budget_bridge(books, months).body]
    assert body[0] == ("Budgeted net", 98_525_00)
    assert body[-1] == ("Total", 68_798_60)
    assert sum(cents for _, cents in body[:-1]) == 68_798_60
    assert ("Costs that go with visits", 1_050_00) in body
    assert ("Costs that go with cash", 1_474_00) in body
    assert ("Spending: Payroll", -1_900_00) in body


CENTS = st.integers(0, 10**7).map(lambda cents: cents / 100)
NAMES = ("Patient_income", "Supplies", "Payroll", "Rent", "Billing_fee")
OF_A_MONTH = st.fixed_dictionaries(dict.fromkeys(NAMES, CENTS))


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(OF_A_MONTH, OF_A_MONTH)
def test_the_bridge_always_leads_from_the_planned_to_the_actual_net(planned, posted):
    """Net is income less all costs, before physician pay: of plan and of books, whatever they are, to the cent."""
    tables = budget_tables(
        accounts=CHART, budget_amounts=amounts("2026-06-01", **planned), ledger=amounts("2026-06-01", **posted),
        closed_months=[{"month": "2026-06-01"}], budget_visits=VISITS[:1],
        charges=[{"claim_id": "C1", "patient_acct": "A", "payer": "Medicare", "charge": 92, "dos": "2026-06-15"}],
    )  # fmt: skip
    net_planned, net_posted = (
        round(100 * each["Patient_income"]) - sum(round(100 * each[name]) for name in NAMES[1:])
        for each in (planned, posted)
    )
    books = budget_books(tables, AS_OF)
    (first, *steps, total) = [cents for _, cents in budget_bridge(books, months_of_span(books, 1, "ytd")).body]
    assert (first, first + sum(steps), total) == (net_planned, net_posted, net_posted)


def test_the_bridge_puts_small_accounts_together(books, months):
    body = [tuple(row) for row in budget_bridge(books, months, 1).body]
    assert ("Spending: Payroll", -1_900_00) in body
    assert ("Spending: all other costs", -870_40) in body


def test_causes_by_dollars_and_the_sentence(books, tables):
    """Visits 14,245.00 of 32,250.40 that hurts is 44%: payer mix is named too; what is below 2,500 is not."""
    found = alert(books, tables, 1, LIMITS)
    assert found.standing.state is State.WATCH
    assert [(cause.name, cause.cents) for cause in found.causes] == [
        ("visits", -14_245_00), ("payer mix", -7_595_00), ("timing of payments", -3_119_75), ("losses", -2_350_25),
        ("rates", -2_170_00), ("Payroll", -1_900_00), ("Supplies", -870_40),
    ]  # fmt: skip
    assert sum(cause.cents for cause in found.causes) == -32_250_40
    assert [cause.name for cause in found.named] == ["visits", "payer mix"]
    assert found.share == pytest.approx(29_726.40 / 203_500)
    assert sentence(found).startswith(
        "The budget is to be watched: net $29,726.40 under plan in June 2026 (14.6% of budgeted revenue). Visits "
        "explain $14,245.00, most of it 90 fewer new patients; payer mix $7,595.00. Slots: not in the workbook yet."
    )
    assert any("Appointments are not in the workbook" in said for said in found.unknown)


def both_months(rows):
    return [*rows, *({**row, "month": "2026-05-01"} for row in rows)]


def test_two_months_ends_in_a_row_and_it_suffers():
    tables = world(
        budget_amounts=both_months(PLAN), ledger=both_months(POSTED), budget_visits=both_months(VISITS),
        closed_months=[{"month": "2026-05-01"}, {"month": "2026-06-01"}],
    )  # fmt: skip
    found = alert(budget_books(tables, AS_OF), tables, 1, LIMITS)
    assert (found.standing.state, found.standing.since) == (State.SUFFERS, JUNE)
    assert found.shortfall == 2 * 29_726_40
    assert "in May to June 2026" in sentence(found)
    assert "the second month running" in sentence(found)


def filled(share):
    return Access(fill=Measure(share, Unit.PERCENT, DEFINITION))


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.82, "82% filled: marketing can help"), (0.8999, "marketing can help"), (0.9, "no cause is named"),
     (0.9499, "no cause is named"), (0.95, "capacity is short")],
)  # fmt: skip
def test_marketing_is_told_from_capacity(share, said):
    missing = Patients(Fraction(2000), Fraction(1860), Fraction(300), Fraction(210))
    assert said in of_visits(missing, filled(share), LIMITS)


def test_no_shows_come_before_marketing_and_known_patients_are_recalled():
    missing = Patients(Fraction(2000), Fraction(1860), Fraction(300), Fraction(210))
    risen = replace(filled(0.82), no_show_rise=Measure(0.02, Unit.PERCENT, DEFINITION))
    assert "access first" in of_visits(missing, risen, LIMITS)
    assert "marketing can help" in of_visits(
        missing, replace(filled(0.82), no_show_rise=Measure(0.0199, Unit.PERCENT, DEFINITION)), LIMITS
    )
    known = Patients(Fraction(2000), Fraction(1800), Fraction(300), Fraction(200))
    assert "recall them" in of_visits(known, filled(0.82), LIMITS)


@pytest.mark.parametrize(("days", "said"), [(2.0, "capacity is short"), (1.99, "marketing can help")])
def test_a_wait_that_grows_is_short_of_capacity_though_slots_are_free(days, said):
    missing = Patients(Fraction(2000), Fraction(1860), Fraction(300), Fraction(210))
    waits = replace(filled(0.82), wait_rise=Measure(days, Unit.DAYS, DEFINITION))
    assert said in of_visits(missing, waits, LIMITS)


def test_an_open_month_is_shown_and_never_judged():
    tables = world(closed_months=[{"month": "2026-06-01", "closed_on": "2026-07-10"}])
    books = budget_books(tables, AS_OF)
    with pytest.raises(NoData, match="No month up to 06/30/2026 is closed"):
        alert(books, tables, 1, LIMITS)
    months = months_of_span(books, 1, "open")
    assert budget_variance(books, months).value == -29_726_40
    assert "June 2026 is open: what is posted so far, shown and never judged." in months.notes
    assert alert(budget_books(tables, date(2026, 7, 10)), tables, 1, LIMITS).shortfall == 29_726_40


def test_a_month_that_is_not_over_is_not_closed():
    books = budget_books(world(), date(2026, 6, 29))
    with pytest.raises(NoData):
        months_of_span(books, 1, "ytd")


def test_physician_pay_stands_below_the_net():
    tables = world(
        accounts=[*CHART, *accounts(("Draw", "expense", 1, "", "", "yes"))],
        ledger=[*POSTED, *amounts("2026-06-01", Draw=40_000)],
    )
    books = budget_books(tables, AS_OF)
    rows = {row[0]: row for row in budget_lines(books, months_of_span(books, 1, "month"), {}).body}
    assert rows["Net before physician pay"][4] == 68_798_60
    assert rows["Net income"][4] == 28_798_60


def test_run_rate_and_forecast():
    """June alone: 68,798.60 x 12; supplies are planned in July too: 15,000 x 14,820.40/15,000."""
    tables = world(budget_amounts=[*PLAN, *amounts("2026-07-01", Supplies=15_000)])
    books = budget_books(tables, AS_OF)
    months = months_of_span(books, 1, "ytd")
    assert run_rate(books, months).value == 68_798_60 * 12
    assert run_rate(books, months, "Supplies").value == 14_820_40 * 12
    assert year_forecast(books, months, "Supplies").value == 2 * 14_820_40
    assert year_forecast(books, months).value == 68_798_60 - 14_820_40


def test_a_fiscal_year_of_its_own():
    books = budget_books(world(), AS_OF)
    assert months_of_span(books, 7, "ytd").year == tuple(range(JUNE - 11, JUNE + 1))
    assert months_of_span(books, 6, "ytd").year == tuple(range(JUNE, JUNE + 12))
    with pytest.raises(OutOfRange, match="begins in month 13"):
        months_of_span(books, 13, "ytd")


def test_ratios_of_the_practice(books):
    """101,221.40 spent of 170,020: 59.535%; 1,860 visits."""
    assert ratios.overhead_rate(books).value == pytest.approx(101_221.40 / 170_020)
    assert ratios.operating_margin(books).value == pytest.approx(1 - 101_221.40 / 170_020)
    assert ratios.cost_per_visit(books).value == pytest.approx(101_221_40 / 1_860)


def test_days_of_cash():
    """150,000 of cash; (101,221.40 - 1,221.40) in June's 30 days is 3,333.33 a day: 45 days."""
    tables = world(
        accounts=[*CHART, *accounts(("Wear", "expense", 1, "", "depreciation"))],
        ledger=[*POSTED[:1], *amounts("2026-06-01", Rent=100_000, Wear=1_221.40)],
        cash=[{"month": "2026-06-01", "bank_account": "A", "balance": 100_000},
              {"month": "2026-06-30", "bank_account": "B", "balance": 50_000},
              {"month": "2026-05-31", "bank_account": "B", "balance": 999}],
    )  # fmt: skip
    assert ratios.days_cash(budget_books(tables, AS_OF), tables["cash"]).value == pytest.approx(45)


def test_current_ratio():
    """200,000 of current assets to 80,000; what is on no line is left out and said."""
    lines = accounts(
        ("Bank", "asset", None, "", "cash"), ("Owed", "asset", None, "", "accounts receivable"),
        ("Machine", "asset", None, "", "fixed asset"), ("Bills", "liability", None, "", "accounts payable"),
        ("Loan", "liability", None, "", "long-term liability"), ("Other", "asset"),
    )  # fmt: skip
    held = {"Bank": 150_000, "Owed": 50_000, "Machine": 90_000, "Bills": -80_000, "Loan": -60_000, "Other": 7}
    rows = [{"as_of": "2026-06-30", "account": name, "balance": amount} for name, amount in held.items()]
    later = [{"as_of": "2026-07-31", "account": "Bank", "balance": 1}]
    tables = world(accounts=lines, trial_balances=[*rows, *later])
    found = ratios.current_ratio(budget_books(tables, AS_OF), tables["trial_balances"], AS_OF)
    assert found.value == pytest.approx(2.5)
    assert [(left.rows, left.amount) for left in found.left_out] == [(1, 7_00)]
    with pytest.raises(NoData, match="no balance sheet by this day"):
        ratios.current_ratio(budget_books(tables, AS_OF), tables["trial_balances"], date(2026, 6, 29))
    at_ends = next(each.at for each in HEADLINES if each.name == "Current ratio")
    assert at_ends(tables, [date(2026, 6, 29), AS_OF], Terms()) == [None, pytest.approx(2.5)]
