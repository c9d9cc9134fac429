"""The invented practice has payers that the review must find: each is told in the demo's own story."""

from datetime import date

import pytest
from contract_tables import REASONS

from medoffice_xl.areas.payers.payer_economics import Books, Terms
from medoffice_xl.areas.payers.payer_review import payer_review
from medoffice_xl.areas.rates.charge_below_allowed import charge_below_allowed
from medoffice_xl.areas.rates.contract_calendar import contract_calendar
from medoffice_xl.areas.rates.fee_schedule_review import fee_schedule_review, rate_grid
from medoffice_xl.areas.rates.percent_of_medicare import Schedules
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import HIDDEN, medicare_values
from medoffice_xl.demo.practice import BLUE_HARBOR, LAST_DAY
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=2, months=14)
    readings = [(read_file(path), path.name) for path in raw.all]
    assert not [problem for reading, name in readings if name.endswith(".csv") for problem in reading.problems]
    taken = take_in_all(readings, {"payers": payer_list()}, today=date(2026, 10, 1))
    return {**taken.frames, "payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values()}


@pytest.fixture(scope="module")
def book(tables):
    return compile_rulebook({name: tables[name] for name in ("contracts", "fee_schedules", "payers", "mpfs")})


def test_the_review_finds_what_the_story_tells(tables, book):
    names = ("charges", "payments", "remits", "costs", "mpfs", "charge_master")
    books = Books(*(tables[name] for name in names), REASONS)
    terms = Terms(LAST_DAY, settle=90, rework=2_500, capital=0.08)
    review = payer_review(books, tables["payers"], book, terms)
    advice = {row[0]: row[21] for row in review.body}
    assert advice["State Medicaid"] == "leave"
    assert advice["Silver Oaks Advantage"] == "renegotiate"
    assert advice["Northgate Mutual"] == "watch"
    assert advice["Blue Harbor PPO"] == "keep"
    assert any("State Medicaid" in each.what for each in HIDDEN)
    assert not [note for note in review.notes if "payer list" in note or "no work RVU" in note]


def test_one_payer_pays_last_years_rates(tables, book):
    schedules = Schedules(book, MedicareTables(tables["mpfs"]), tables["charge_master"])
    review = fee_schedule_review(tables["charges"], tables["remits"], schedules, LAST_DAY)
    assert {row[0]: row[6] for row in review.body if row[6] == "old"} == {"Northgate Mutual": "old"}
    # Blue Harbor's rates of 2026 are 131.5% of the 2025 base, the invented codes' RVUs a little rounded
    own = {row[0]: row[2] for row in review.body}[BLUE_HARBOR.name]
    assert own == pytest.approx(1.315, abs=0.002)
    grid = rate_grid(tables["charges"], schedules, LAST_DAY)
    by_medicare = {row[0] for row in grid.body if row[4] == "Medicare"}
    assert by_medicare == {"G0402", "G0438", "G0439", "G2211"}


def test_the_practices_own_leak_and_the_next_notice(tables, book):
    leak = charge_below_allowed(tables["charges"], book, tables["charge_master"], LAST_DAY)
    # Listed at $16.00; Blue Harbor allows 14.50 × 1.315 = 19.07
    assert [(row[0], row[2], row[4], row[5]) for row in leak.body] == [("X1005", 1_600, 1_907, "Blue Harbor PPO")]
    first = contract_calendar(tables["contracts"], LAST_DAY).body[0]
    assert (first[0], str(first[2]), first[4]) == ("Cedar Valley Health", "2026-10-02", "Notice by")
