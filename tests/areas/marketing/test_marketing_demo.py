"""The invented practice's new patients: those of its charges, with things worth finding."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.budget.visit_facts import visit_facts
from medoffice_xl.areas.marketing.brought import brought
from medoffice_xl.areas.marketing.campaign_return import campaign_returns
from medoffice_xl.areas.marketing.campaigns import campaigns_of
from medoffice_xl.areas.marketing.cohort_margin import worth
from medoffice_xl.areas.marketing.demo import ADVERTISING, BUSY, VALUABLE, demo
from medoffice_xl.areas.marketing.new_patients import registered
from medoffice_xl.areas.marketing.new_patients_by import new_patients_by
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.ledger.calendar_months import month_numbers
from medoffice_xl.ledger.period import Period
from medoffice_xl.readers.recognise import read_file

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=14, seed=835)


@pytest.fixture(scope="module")
def part(raw):
    return demo(raw.practice)


@pytest.fixture(scope="module")
def found(part, raw):
    reading = read_file(part.files[0], today=raw.as_of)
    assert [each for each in reading.problems if each.severity != "note"] == []
    return registered(reading.tables["registrations"], raw.as_of)


@pytest.fixture(scope="module")
def here(part, found, raw):
    return brought(part.tables["campaigns"], found, Thresholds().on(raw.as_of))


@pytest.fixture(scope="module")
def frames(raw):
    readings = [(read_file(path), path.name) for path in raw.all]
    return take_in_all(readings, {"payers": payer_list()}, today=raw.as_of).frames


@pytest.fixture(scope="module")
def values(frames, found):
    return worth(found, frames["charges"], frames["payments"], frames["costs"])


def test_everybody_is_registered_on_the_day_on_which_the_charges_first_see_him(raw, found):
    first = {}
    for claim in raw.practice.claims:
        first[claim.account] = min(first.get(claim.account, claim.dos), claim.dos)
    patients = found.patients
    assert dict(zip(patients["account"], patients["first_visit"].dt.date, strict=True)) == first


def test_new_patients_are_those_that_the_budget_counts(found, frames, raw):
    """Month by month, whoever saw them first."""
    period = Period(date(2025, 8, 1), raw.as_of)
    facts = visit_facts(frames["charges"], frames["payments"], period, raw.as_of)
    by_budget = {month: sum(each.new for each in rows) for month, rows in facts.visits.items()}
    assert by_budget == Counter(month_numbers(found.patients["first_visit"]))


def test_new_patients_fall(found):
    months = Counter(found.patients["first_visit"].dt.to_period("M"))
    early, late = pd.Period("2025-09", "M"), pd.Period("2026-09", "M")
    assert months[late] < months[early]


def test_what_campaigns_cost_is_the_advertising_of_the_books(part, raw):
    begun = [each for each in campaigns_of(part.tables["campaigns"]) if each.first <= raw.as_of]
    assert sum(each.spend for each in begun) == ADVERTISING * raw.practice.doctors * raw.practice.months


def test_one_campaign_paid_and_one_did_not(here, values):
    rows = {row[0]: row for row in campaign_returns(here, values).body}
    assert (rows["Radio in winter"][-2], rows["Valley Living magazine"][-2]) == ("paid back", "not yet")
    assert rows["Radio in winter"][11] > 1
    assert rows["Valley Living magazine"][11] < 0


def test_who_sends_most_is_not_who_sends_the_best(here, values):
    rows = {row[0]: row for row in new_patients_by(here, values, "referrer", 365).body}
    assert rows[BUSY][1] > rows[VALUABLE][1]
    assert rows[BUSY][6] < rows[VALUABLE][6]


@pytest.mark.parametrize("months", [3, 9, 36])
def test_a_practice_of_any_age_has_campaigns(tmp_path, months):
    practice = write_practice(tmp_path, doctors=1, months=months, seed=7).practice
    campaigns = campaigns_of(demo(practice).tables["campaigns"])
    begun = [each for each in campaigns if each.first <= practice.last_day]
    assert sum(each.spend for each in begun) == ADVERTISING * months
