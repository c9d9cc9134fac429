"""Margins, shares of cost, scores and recommendations, on every kind of frame; the arithmetic is in the comments."""

from datetime import date

import pytest
from contract_tables import book, rate, rates, rvu
from kinds_of_frame import every_kind
from payer_books import CHARGES, SAME, books, cost, costs, denied, medicare, payer_list, prices, received, service
from practice_tables import charges, payments, remits

from medoffice_xl.areas.payers.payer_economics import Terms
from medoffice_xl.areas.payers.payer_margin import payer_margin
from medoffice_xl.areas.payers.payer_review import ONLY_VARIABLE, payer_review, payer_score
from medoffice_xl.areas.payers.payer_score import read_weights, score
from medoffice_xl.areas.payers.payer_yield import payer_yield
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.cost_allocation import Basis
from medoffice_xl.production.work_rvus import work_rvus

MARCH = Terms(date(2026, 3, 31), window=31)
AFTER = Terms(date(2026, 4, 30), window=31, settle=30)  # March again, with April to be paid in
NO_BOOK = book(None, None)


def parts(measure):
    return {part.label: part.value for part in measure.parts}


def rows(breakdown):
    headers = [column.header for column in breakdown.columns]
    return {row[0]: dict(zip(headers, row, strict=True)) for row in breakdown.body}


@every_kind
def test_published_yield(on):
    # Texas Medical Association's example: 10,000 paid ÷ 16,000 charged = 62.5%
    measure = payer_yield(
        on(charges(service("a", "Acme", 16_000), service("b", "Best", 1_000))),
        on(payments(received("a", 10_000))),
        date(2026, 12, 31),
        "acme",
    )
    assert measure.value == 0.625


@pytest.mark.parametrize(
    ("basis", "acme", "best"),
    [
        # Variable 60 and fixed 90 shared out by: RVUs 4 and 1; visits 2 and 1; charges 300 and 100
        (Basis.RVU, (200 - 48, 200 - 48 - 72), (40 - 12, 40 - 12 - 18)),
        (Basis.VISITS, (200 - 40, 200 - 40 - 60), (40 - 20, 40 - 20 - 30)),
        (Basis.CHARGES, (200 - 45, 200 - 45 - 67.5), (40 - 15, 40 - 15 - 22.5)),
    ],
)
@every_kind
def test_margins_by_every_basis(on, basis, acme, best):
    terms = Terms(AFTER.as_of, AFTER.window, AFTER.settle, basis)
    practice = books(on, remits=remits())
    for payer, expected in (("Acme", acme), ("best", best), ("", (240 - 60, 240 - 150))):
        margins = [payer_margin(practice, terms, payer, kind).value for kind in ("contribution", "full")]
        assert margins == [round(dollars * 100) for dollars in expected]


@every_kind
def test_rework_comes_out_of_the_costs_and_waiting_on_top(on):
    # Best's denial costs 10, taken out of the 60 variable: 50 shared out 4 to 1. Acme's 200 waited 30 days at 36.5%
    # a year: 200 × 30/365 × 0.365 = 6; Best's 40: 1.20.
    terms = Terms(AFTER.as_of, AFTER.window, AFTER.settle, Basis.RVU, rework=1_000, capital=0.365)
    practice = books(on)
    assert payer_margin(practice, terms, "Acme").value == 20_000 - 4_000 - 600
    best = payer_margin(practice, terms, "Best")
    assert best.value == 4_000 - 1_000 - 1_000 - 120
    assert parts(best)["Denied claims"] == 1
    assert payer_margin(practice, terms, "", "full").value == 24_000 - 15_000 - 720


def test_a_part_of_a_month_costs_its_days(on):
    # 16 of March's 31 days of 150: 77.419… → 77.42
    terms = Terms(date(2026, 3, 16), window=16, basis=Basis.VISITS)
    measure = payer_margin(books(on, payments=payments(), remits=remits()), terms, "", "full")
    assert measure.value == -7_742


def test_costs_missing_or_zero():
    with pytest.raises(NoData, match=r"No costs are entered from 03/01/2026 to 03/31/2026. Fill in the table Costs"):
        payer_margin(books(costs=costs(cost("2025-12-01", 5))), MARCH)
    with pytest.raises(NoData, match=r"come to zero or less. Check the amounts in the table Costs"):
        payer_margin(books(costs=costs(cost("2026-03-01", 5), cost("2026-03-01", -5, "fixed"))), MARCH)
    two = payer_margin(books(), Terms(date(2026, 4, 30), window=61))
    assert two.notes[0] == "No costs are entered for Apr 2026: margins look better than they are."


def test_a_code_that_nobody_values_is_listed_not_guessed(on):
    more = charges(service("a", "Acme", 150, "G1"), service("z", "Best", 50, "Z9"))
    measure = payer_margin(books(on, charges=more), MARCH, "Best")
    assert [(left.reason, left.rows, left.amount) for left in measure.left_out] == [("Z9 has no work RVU", 1, 5_000)]
    assert "1 codes with 25.0% of the charges have no work RVU and count as no work." in measure.notes[1]
    with pytest.raises(NoData, match="type RVUs on Charge master, or share them out by visits"):
        payer_margin(books(on, charges=charges(service("z", "Best", 50, "Z9"))), MARCH)


@every_kind
def test_own_rvus_stand_in_for_medicares_and_only_then(on):
    own = prices({"code": "Z9", "list_price": 1, "work_rvu": 3.5}, {"code": "G1", "list_price": 1, "work_rvu": 9})
    more = charges(service("a", "Acme", 1, "G1"), service("z", "Best", 1, "Z9", units=2))
    practice = books(on, charges=more, charge_master=own)
    figures = {
        payer: work_rvus(practice.charges, practice.mpfs, practice.charge_master, MARCH.as_of, payer).value
        for payer in ("Acme", "Best", "")
    }
    assert figures == {"Acme": 2.0, "Best": 7.0, "": 9.0}


@every_kind
def test_components_have_values_of_their_own(on):
    values = medicare(rvu("G1", 2.0), rvu("G1", 0.5, mod="26"))
    more = charges(service("a", "Acme", 1, "G1", mod1="59", mod2="26"), service("b", "Acme", 1, "g1", mod1="25"))
    assert work_rvus(on(more), on(values), on(prices()), MARCH.as_of).value == 2.5


def test_an_rvu_year_that_is_not_loaded():
    with pytest.raises(NoData, match=r"No relative values of 2027 are loaded, only 2026. Import CMS's file of 2027"):
        payer_margin(books(), Terms(MARCH.as_of, 31, rvu_year=2027))


def test_a_payer_without_services_and_words_that_are_none():
    with pytest.raises(BadArgument, match=r"No services of “Acmee” .* Payers: Acme, Best"):
        payer_margin(books(), MARCH, "Acmee")
    with pytest.raises(BadArgument, match="no basis of costs; choose work RVUs, visits, charges"):
        payer_margin(books(), Terms(MARCH.as_of, 31, basis="heads"))
    with pytest.raises(OutOfRange, match="comes to more than all costs"):
        payer_margin(books(), Terms(AFTER.as_of, 31, settle=30, rework=1_000_000))


@every_kind
def test_the_review_has_all_shares_of_the_same_services(on):
    review = payer_review(books(on), payer_list("Acme", "Best"), NO_BOOK, AFTER)
    acme, whole = rows(review)["Acme"], rows(review)["Total"]
    assert (acme["Share of charges"], acme["Share of visits"], acme["Share of RVUs"]) == (0.75, 2 / 3, 0.8)
    assert acme["Mix gap"] == pytest.approx(200 / 240 - 0.75)
    assert (acme["Work RVUs"], whole["Work RVUs"]) == (4.0, 5.0)
    assert whole["Cost share"] == 150 / 400
    assert rows(review)["Best"]["Denial rate, initial"] == 1.0
    assert acme["Underpaid"] is None
    assert ONLY_VARIABLE in review.notes


@every_kind
def test_cost_share_is_what_was_spent_and_interest_stands_apart(on):
    # 150 spent ÷ 400 charged, whatever money awaited would have cost: 365% a year are 1% a day.
    # Acme: 200 received 30 days after service, 60.00; Best: 40, 12.00
    terms = Terms(AFTER.as_of, AFTER.window, AFTER.settle, Basis.VISITS, rework=1_000, capital=3.65)
    review = rows(payer_review(books(on), payer_list("Acme", "Best"), NO_BOOK, terms))
    assert {row["Cost share"] for row in review.values()} == {150 / 400}
    assert [row["Imputed interest"] for row in review.values()] == [6_000, 1_200, 7_200]
    assert [row["Rework of denials"] for row in review.values()] == [0, 1_000, 1_000]
    whole = review["Total"]
    assert whole["Revenue"] - whole["Full-cost margin"] == 15_000 + 7_200


def test_recommendations_give_their_reasons():
    # By visits: Acme 200 − 40 variable − 60 fixed. Best 40 − 20 − 30: covers its variable cost only.
    terms = Terms(AFTER.as_of, AFTER.window, AFTER.settle, Basis.VISITS)
    listed = payer_list("Acme", "Best")
    review = rows(payer_review(books(remits=remits()), listed, NO_BOOK, terms))
    assert (review["Acme"]["Recommendation"], review["Acme"]["Reasons"]) == (
        "keep",
        "It leaves $100.00 after all cost.",
    )
    assert review["Best"]["Recommendation"] == "renegotiate"
    assert "It leaves $20.00 towards fixed cost, $10.00 less than its share" in review["Best"]["Reasons"]
    # Paid 15 instead of 40, Best does not cover the 20 that would go with its visit
    less = payments(received("a", 100), received("b", 100), received("c", 15))
    review = rows(payer_review(books(remits=remits(), payments=less), listed, NO_BOOK, terms))
    assert review["Best"]["Recommendation"] == "leave"
    assert review["Best"]["Reasons"].startswith("Payments are $5.00 below the cost that would go with its visits.")
    assert "Yield 15.0% is below the cost share of 37.5%." in review["Best"]["Reasons"]


def test_a_payer_that_denies_is_watched():
    # Best leaves 10 + 0 after all cost by RVUs: 40 − 12 − 18; it denies its one claim, Acme none of its two
    answers = remits(
        denied("c", "Best", 100),
        *({"claim_id": claim, "paid_date": "2026-04-01", "charge": 150, "paid": 100, "dos": "2026-03-02",
           "adjustments": "CO-45:50.00", "claim_seq": 2} for claim in ("a", "b")),
    )  # fmt: skip
    best = rows(payer_review(books(remits=answers), payer_list("Acme", "Best"), NO_BOOK, AFTER))["Best"]
    assert best["Recommendation"] == "watch"
    assert best["Reasons"] == "It denies 100.0% of claims; all payers 33.3%. It leaves $10.00 after all cost."


def test_underpaid_is_told_by_the_contract():
    # Agreed 120 for G1, allowed 100 twice: 40 short
    answers = remits(
        *({"claim_id": claim, "trace": "T", "paid_date": "2026-04-01", "charge": 150, "paid": 100, "allowed": 100,
           "contractual": 50, "dos": "2026-03-02", "adjustments": "CO-45:50.00", "code": "G1", "units": 1,
           "claim_seq": number} for number, claim in enumerate("ab"))
    )  # fmt: skip
    agreed = book(None, rates(rate("G1", 120, payer="Acme")))
    acme = rows(payer_review(books(remits=answers), payer_list("Acme", "Best"), agreed, AFTER))["Acme"]
    assert acme["Underpaid"] == 4_000
    assert acme["Recommendation"] == "watch"
    assert acme["Reasons"].startswith("It allowed $40.00 below contract (20.0% of its payments).")


def test_a_payer_that_is_not_listed_is_told_and_not_merged():
    review = payer_review(books(), payer_list("Acme Health", "Best"), NO_BOOK, AFTER)
    assert {"Acme", "Best"} <= set(rows(review))
    told = "“Acme” is not on the payer list; is it Acme Health? It was not merged."
    assert told in review.notes
    assert rows(review)["Acme"]["Reasons"].endswith(told)


def test_score_against_the_practice():
    # coverage a quarter better than the practice: 50 + 12.5; half its days: 50 + 25; no other figure
    own = {"coverage": 1.25, "yield": None, "days to pay": 10.0, "denials": None, "underpaid": None}
    usual = {"coverage": 1.0, "yield": 0.5, "days to pay": 20.0, "denials": 0.1, "underpaid": 0.0}
    weights = read_weights([30, 0, 10, 0, 0])
    assert score(own, usual, weights).points == (30 * 62.5 + 10 * 75) / 40
    assert score(usual, usual, read_weights(None)).points == 50


def test_the_score_of_a_payer():
    # By visits, no remits: coverage 200/100 and 40/50 against 240/150; yield 200/300 against 240/400
    terms = Terms(AFTER.as_of, AFTER.window, AFTER.settle, Basis.VISITS)
    practice = books(remits=remits())
    found = payer_score(practice, payer_list("Acme", "Best"), NO_BOOK, terms, "acme", [1, 1, 1, 1, 1])
    coverage, collected = 50 + 50 * (2 / 1.6 - 1), 50 + 50 * ((200 / 300) / 0.6 - 1)
    assert found.value == pytest.approx((coverage + collected) / 2)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([1, 2], "Give 5 weights: coverage, yield, days to pay, denials, underpaid. There are 2."),
        ([1, 2, 3, 4, "x"], "The weight of underpaid is 'x'; give a number"),
        ([1, 2, 3, -4, 5], "The weight of denials is -4"),
        ([0, 0, 0, 0, 0], "All weights are zero"),
    ],
)
def test_weights_that_are_none(given, message):
    with pytest.raises(BadArgument, match=message):
        read_weights(given)


def test_nothing_served():
    with pytest.raises(NoData, match="No services were charged from"):
        payer_margin(books(), Terms(date(2024, 3, 31), window=31))
    with pytest.raises(NoData, match="Nothing was charged to Cove"):
        payer_yield(SAME(CHARGES), SAME(payments()), MARCH.as_of, "Cove")
