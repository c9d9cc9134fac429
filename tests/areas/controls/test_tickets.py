"""C3: the sequence of tickets, and visits without a charge."""

from datetime import date, timedelta

import pandas as pd
import pytest

from medoffice_xl.areas.controls.later import KEPT_VISITS
from medoffice_xl.areas.controls.tables import TICKETS
from medoffice_xl.areas.controls.tickets import check
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument
from medoffice_xl.tables import CHARGES
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)
NONE = frame_of(CHARGES, [])


def nobody():
    """No area has appointments yet."""
    raise BadArgument(KEPT_VISITS)


def tickets(*numbers, location="Main", voided=(), day=date(2026, 6, 1)):
    return [
        {"ticket": f"{number}", "location": location, "day": day, "state": "voided" if number in voided else "used"}
        for number in numbers
    ]


def sequence(*rows, as_of=AS_OF):
    return check(frame_of(TICKETS, list(rows)), NONE, nobody, as_of, JUDGED)[0]


def test_1001_to_1010_without_1004_and_1007_voided_is_one_gap():
    """MINE."""
    numbers = [number for number in range(1001, 1011) if number != 1004]
    (finding,) = sequence(*tickets(*numbers, voided=(1007,))).findings
    assert finding.what == "To look at: 1 ticket of Main missing from the sequence 1001 to 1010."
    assert (finding.count, [row.reference for row in finding.rows]) == (1, ["1004"])


def test_each_place_and_each_prefix_has_its_own_sequence():
    rows = [*tickets("A-1", "A-2", "B-7"), *tickets("A-4", location="Lake")]
    assert not sequence(*rows).findings
    (finding,) = sequence(*tickets("A-0098", "a-0101")).findings
    assert (finding.count, finding.rows[0].reference) == (2, "A-99 to A-100")


def test_numbers_that_came_back_twice():
    (finding,) = sequence(*tickets(1, 2, 2, 3)).findings
    assert (finding.what, finding.count) == ("To look at: tickets whose number came back more than once.", 2)


def test_a_ticket_without_a_number_is_told():
    (finding,) = sequence(*tickets("lost")).findings
    assert finding.count == 1


def test_what_came_back_later_is_not_there_yet():
    rows = [*tickets(1, 3), *tickets(2, day=date(2026, 6, 20))]
    assert sequence(*rows, as_of=date(2026, 6, 19)).findings
    assert not sequence(*rows, as_of=date(2026, 6, 20)).findings


def test_without_tickets_and_without_appointments_nothing_is_tested():
    both = check(frame_of(TICKETS, []), NONE, nobody, AS_OF, JUDGED)
    assert both[0].not_tested.startswith("No tickets are here")
    assert both[1].not_tested.startswith("Appointments are not here yet")


def kept(*days):
    return pd.DataFrame({"patient_acct": "P1", "provider": "Dr Able", "dos": pd.to_datetime(list(days))})


@pytest.mark.parametrize(("age", "out"), [(5, False), (6, True)])
def test_a_visit_is_charged_within_five_days(age, out):
    visit = AS_OF - timedelta(days=age)
    test = check(frame_of(TICKETS, []), NONE, lambda: kept(visit), AS_OF, JUDGED)[1]
    assert bool(test.findings) == out


def test_a_visit_with_a_charge_of_its_patient_and_day_is_charged():
    charge = {"claim_id": "C1", "line_id": "1", "patient_acct": "P1", "dos": date(2026, 6, 1), "charge": 1,
              "post_date": date(2026, 6, 2), "code": "X1", "units": 1}  # fmt: skip
    visits = kept(date(2026, 6, 1), date(2026, 6, 2))
    (finding,) = check(frame_of(TICKETS, []), frame_of(CHARGES, [charge]), lambda: visits, AS_OF, JUDGED)[1].findings
    assert [row.day for row in finding.rows] == [date(2026, 6, 2)]


@every_kind
def test_every_kind_of_frame(on):
    test = check(on(frame_of(TICKETS, tickets(1, 3))), on(NONE), nobody, AS_OF, JUDGED)[0]
    assert [each.count for each in test.findings] == [1]
