"""What is told of the invented practice's schedule is true of it, and it agrees with the charges."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.access.appointments_by import appointments_by
from medoffice_xl.areas.access.demo import demo
from medoffice_xl.areas.access.report import repeaters
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.sessions import WHEN
from medoffice_xl.areas.access.third_next import third_next_available
from medoffice_xl.areas.access.uncharged import kept_visits, uncharged_visits
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.files import write_practice
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appointments import Outcome

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=4, months=14)


@pytest.fixture(scope="module")
def tables(raw):
    part = demo(raw.practice)
    readings = [(read_file(path), path.name) for path in (raw.all[0], *part.files)]
    assert [reading.kind for reading, _ in readings] == ["charges", "appointments"]
    assert not [each for each in readings[1][0].problems if each.severity != "note"]
    return Tables.of({**take_in_all(readings, {}, today=raw.as_of).frames, **part.tables})


def test_every_visit_of_the_charges_was_kept_and_the_others_were_not_charged(raw, tables):
    kept = kept_visits(tables, raw.as_of)
    visits = pd.DataFrame([(each.account, each.dos) for each in raw.practice.claims], columns=["account", "dos"])
    charged = set(zip(visits["account"], pd.to_datetime(visits["dos"]), strict=True))
    seen = set(zip(kept["patient_acct"], kept["dos"], strict=True))
    assert charged <= seen
    period = days_up_to(raw.as_of, 500)
    listed = uncharged_visits(schedule(tables, raw.as_of), tables["charges"], period, Thresholds().on(raw.as_of)).body
    assert len(listed) == len(seen - charged) >= 2


def test_one_physicians_mondays_and_what_was_booked_long_ago_are_missed(raw, tables):
    found = schedule(tables, raw.as_of)
    period = days_up_to(raw.as_of, 500)

    def rates(by, provider=""):
        rows = appointments_by(found, None, period, by, provider).body
        return {row[0]: row[9] for row in rows}

    mondays = rates("weekday", "Dr Brandt")
    assert mondays["Monday"] > 2 * max(rate for name, rate in mondays.items() if name not in ("Monday", "Total"))
    leads = rates("lead time")
    assert leads["Over 30 days"] > 1.5 * leads["Total"]


def test_slots_stay_free_as_new_patients_stay_away(raw, tables):
    found = schedule(tables, raw.as_of)
    months = appointments_by(found, tables.shared(WHEN), days_up_to(raw.as_of, 395), "month").body
    fills = {row[0]: row[-1] for row in months}
    before, now = (sum(fills[month] for month in months) / 3 for months in
                   (("2025-09", "2025-10", "2025-11"), ("2026-07", "2026-08", "2026-09")))  # fmt: skip
    assert before > now + 0.1
    assert now < 0.88
    assert 0.6 < fills["Total"] < 0.95


def test_some_have_no_status_and_some_miss_again_and_again(raw, tables):
    found = schedule(tables, raw.as_of).within(days_up_to(raw.as_of, 365))
    assert 1 <= found.count(Outcome.MISSING) <= 10
    often = repeaters(found, Thresholds().on(raw.as_of))
    assert 1 <= len(often) <= 10


def test_somebody_can_be_seen_soon(raw, tables):
    assert 1 <= third_next_available(schedule(tables, raw.as_of), tables.shared(WHEN)).value < 7
    assert raw.as_of == date(2026, 9, 30)
