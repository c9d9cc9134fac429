"""What campaigns cost and return, on small tables whose sums stand beside them."""

from datetime import date, timedelta

import pandas as pd
import pytest
from practice_frames import frame
from practice_tables import charges, payments

from medoffice_xl.areas.marketing.acquisition_cost import acquisition_cost
from medoffice_xl.areas.marketing.brought import brought
from medoffice_xl.areas.marketing.campaign_return import campaign_return, campaign_returns
from medoffice_xl.areas.marketing.campaigns import FOLLOWED, campaigns_of, spent
from medoffice_xl.areas.marketing.cohort_margin import worth
from medoffice_xl.areas.marketing.marketing_plan import marketing_plan
from medoffice_xl.areas.marketing.new_patients import new_patients, registered, without_source
from medoffice_xl.areas.marketing.new_patients_by import new_patients_by
from medoffice_xl.areas.marketing.tables import CAMPAIGNS, REGISTRATIONS
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.period import Period
from medoffice_xl.tables import COSTS
from tests.kinds_of_frame import every_kind

AS_OF = date(2026, 7, 31)
FIRST = date(2026, 1, 5)
LIMITS = Thresholds().on(AS_OF)
RADIO = {"campaign": "Radio", "kind": "radio", "first_day": "2026-01-01", "last_day": "2026-01-31", "spend": 6_000}


def campaigns(*rows):
    return frame(CAMPAIGNS, *rows)


def patients(*rows):
    """Registrations; each row an account, its source and its first visit."""
    return frame(
        REGISTRATIONS, *({"account": account, "source": source, "first_visit": day} for account, source, day in rows)
    )


def forty(source="radio"):
    return patients(*((f"P{number:02d}", source, FIRST.isoformat()) for number in range(40)))


def books(count=40, paid=400.0, visit_cost=90.0, paid_on="2026-02-05", kind="insurance payment"):
    """A visit of each patient, paid once; the variable cost of January is so much a visit."""
    seen = charges(
        *(
            {
                "claim_id": f"C{n:02d}",
                "patient_acct": f"P{n:02d}",
                "provider": "Lee",
                "dos": FIRST.isoformat(),
                "charge": 500,
            }
            for n in range(count)
        )
    )
    money = payments(
        *({"claim_id": f"C{n:02d}", "post_date": paid_on, "amount": paid, "kind": kind} for n in range(count))
    )
    spent_on = {"month": "2026-01-01", "account": "Supplies", "category": "supplies", "behaviour": "variable"}
    return seen, money, frame(COSTS, {**spent_on, "amount": visit_cost * count})


def here(rows, registrations, as_of=AS_OF):
    return brought(campaigns(*rows), registered(registrations, as_of), LIMITS)


@every_kind
def test_6000_spent_40_new_310_margin_each(on):
    """MINE: 400.00 less 90.00 a visit = 310.00; 12,400 - 6,000 = 6,400; 6,400 / 6,000 = 106.7%; 150.00 each."""
    seen, money, costs = map(on, books())
    found = registered(on(forty()), AS_OF)
    of = brought(on(campaigns(RADIO)), found, LIMITS)
    answer = campaign_return(of, worth(found, seen, money, costs), "radio", 180)
    assert answer.value == pytest.approx(6_400 / 6_000)
    assert {part.label: part.value for part in answer.parts}["Margin"] == 12_400_00
    assert acquisition_cost(of, costs, "Radio", 365).value == 150_00


def test_1000_spent_50_new():
    """PUB: 1,000 / 50 = 20."""
    of = here([{**RADIO, "spend": 1_000}], patients(*((f"P{n}", "Radio", "2026-01-05") for n in range(50))))
    assert acquisition_cost(of, None, "", 365).value == 20_00


def test_nobody_came():
    """Cost n/a, return -100%."""
    of = here([RADIO], forty("Friend"))
    with pytest.raises(NoData, match="brought no new patient"):
        acquisition_cost(of, None, "Radio", 365)
    assert campaign_return(of, worth(of.found, *books()), "Radio", 180).value == -1


def test_nothing_was_spent():
    of = here([{**RADIO, "spend": None}], forty())
    with pytest.raises(NoData, match="Nothing was spent"):
        campaign_return(of, worth(of.found, *books()), "Radio", 180)
    assert campaign_returns(of, worth(of.found, *books())).body[0][-2] == "nothing spent"


def test_a_third_is_rounded_half_up():
    """100.00 / 3 = 33.33; 50.00 / 3 = 16.67."""
    three = patients(*((f"P{n}", "Radio", "2026-01-05") for n in range(3)))
    assert acquisition_cost(here([{**RADIO, "spend": 100}], three), None, "", 365).value == 33_33
    assert acquisition_cost(here([{**RADIO, "spend": 50}], three), None, "", 365).value == 16_67


@pytest.mark.parametrize(("paid_after", "counts"), [(90, True), (91, False), (180, False)])
def test_money_counts_within_the_days(paid_after, counts):
    """Paid on the 90th day it is within 90 days, on the 91st within 180 only."""
    of = here([RADIO], forty())
    day = (FIRST + timedelta(days=paid_after)).isoformat()
    values = worth(of.found, *books(paid_on=day))
    everybody = of.patients["account"]
    assert values.collected(everybody, 90) == (16_000_00 if counts else 0)
    assert values.collected(everybody, 180) == 16_000_00
    assert values.margin(everybody, 90) == (12_400_00 if counts else -3_600_00)


def test_refunds_and_what_came_later_than_the_day():
    seen, money, costs = books(paid=-25.0, kind="refund")
    of = here([RADIO], forty())
    assert worth(of.found, seen, money, costs).collected(of.patients["account"]) == -1_000_00
    before = registered(forty(), date(2026, 2, 4))
    assert worth(before, seen, money, costs).collected(before.patients["account"]) == 0


def test_what_was_done_before_the_first_visit_is_not_its_own():
    seen, money, costs = books(count=1)
    found = registered(patients(("P00", "Radio", "2026-01-06")), AS_OF)
    assert worth(found, seen, money, costs).count(found.patients["account"]) == 0


@pytest.mark.parametrize(("day", "by_it"), [("2025-12-31", False), ("2026-01-01", True), ("2026-05-01", True),
                                            ("2026-05-02", False)])  # fmt: skip
def test_a_campaign_is_followed_90_days(day, by_it):
    """January 31 + 90 days is May 1."""
    assert FOLLOWED.value == "90"
    of = here([RADIO], patients(("P1", "RADIO ", day)))
    assert len(of.by(of.campaigns)) == by_it


def test_of_two_campaigns_of_one_source_the_later_one_brings():
    again = {**RADIO, "campaign": "Radio again", "source": "Radio", "first_day": "2026-02-01", "last_day": None}
    of = here([RADIO, again], patients(("P1", "radio", "2026-01-31"), ("P2", "radio", "2026-02-01")))
    assert of.patients["campaign"].tolist() == ["Radio", "Radio again"]


def test_spend_is_spread_over_the_days():
    """6,000 over 31 days; 10 of them are 1,935.48; one without a last day is spent on its first."""
    (radio,) = campaigns_of(campaigns(RADIO))
    assert spent([radio], Period(date(2026, 1, 22), AS_OF)) == 1_935_48
    assert spent([radio], Period(date(2026, 1, 1), date(2026, 1, 31))) == 6_000_00
    assert spent([radio], Period(date(2026, 2, 1), AS_OF)) == 0
    (runs_on,) = campaigns_of(campaigns({**RADIO, "last_day": None}))
    assert spent([runs_on], Period(date(2026, 1, 1), date(2026, 1, 1))) == 6_000_00
    assert spent([runs_on], Period(date(2026, 1, 2), AS_OF)) == 0


def test_a_campaign_to_come_has_not_begun():
    with pytest.raises(NoData, match="No campaign has begun"):
        acquisition_cost(here([RADIO], forty(), date(2025, 12, 31)), None, "", 365)


def test_a_name_that_is_not_there():
    with pytest.raises(BadArgument, match="Did you mean Radio"):
        acquisition_cost(here([RADIO], forty()), None, "Radios", 365)
    of = here([RADIO], forty())
    with pytest.raises(OutOfRange, match="90, 180, 365 days"):
        campaign_return(of, worth(of.found, *books()), "", 60)


def said(spend, as_of):
    """The verdict where a further patient, of no campaign, came in July and cost 90.00 too."""
    of = here([{**RADIO, "spend": spend}], forty(), as_of)
    seen, money, costs = books()
    july = charges({"claim_id": "D", "patient_acct": "Q", "provider": "Lee", "dos": "2026-07-20", "charge": 500})
    more = frame(COSTS, {"month": "2026-07-01", "category": "supplies", "behaviour": "variable", "amount": 90})
    seen, costs = (pd.concat(each, ignore_index=True) for each in ((seen, july), (costs, more)))
    return campaign_returns(of, worth(of.found, seen, money, costs)).body[0][-2]


@pytest.mark.parametrize(
    ("spend", "as_of", "verdict"),
    [
        (12_400, AS_OF, "paid back"),  # to the cent
        (20_000, FIRST + timedelta(days=179), "too early"),
        (12_400.01, AS_OF, "not yet"),
        (20_000, FIRST + timedelta(days=180), "not yet"),
        (20_000, FIRST + timedelta(days=364), "not yet"),
        (20_000, FIRST + timedelta(days=365), "did not pay"),
    ],
)
def test_the_verdict(spend, as_of, verdict):
    assert said(spend, as_of) == verdict


def test_the_total_is_the_sum():
    web = {**RADIO, "campaign": "Web", "kind": "web", "spend": 500}
    registrations = patients(*((f"P{n:02d}", "Web" if n < 10 else "Radio", FIRST.isoformat()) for n in range(40)))
    of = here([RADIO, web], registrations)
    *rows, total = campaign_returns(of, worth(of.found, *books())).body
    for place in (4, 5, 7, 8, 9):
        assert sum(row[place] for row in rows) == total[place]


def sources(*counts):
    rows = [(f"{source}{n}", source, "2026-07-01") for source, count in counts for n in range(count)]
    return registered(patients(*rows), AS_OF)


def test_a_fifth_without_a_source_is_still_reliable():
    """2 of 10 = 20% is not above 20%; 21 of 100 is."""
    at = without_source(sources(("", 2), ("Radio", 8)), 365, LIMITS)
    above = without_source(sources(("", 21), ("Radio", 79)), 365, LIMITS)
    assert (at.value, at.notes) == (0.2, [])
    assert above.value == 0.21
    assert above.notes == ["Not reliable: 21% of the new patients have no source. Make it a required field."]


def test_new_patients_of_the_days():
    """30 days that end on 07/31 begin on 07/02; an account without a day is left out and said."""
    found = registered(patients(("A", "", "2026-07-01"), ("B", "", "2026-07-02"), ("C", "", "2026-07-31"),
                                ("D", "", "2026-08-01"), ("E", "", None)), AS_OF)  # fmt: skip
    answer = new_patients(found, 30)
    assert (answer.value, answer.left_out[0].rows) == (2, 1)
    with pytest.raises(NoData):
        new_patients(registered(patients(("E", "", None)), AS_OF), 30)


def test_by_source_the_most_margin_stands_first():
    registrations = patients(("P00", "Friend", FIRST.isoformat()), ("P01", "Radio", FIRST.isoformat()),
                             ("P02", "Radio", FIRST.isoformat()), ("P99", "Web", FIRST.isoformat()))  # fmt: skip
    of = here([RADIO], registrations)
    answer = new_patients_by(of, worth(of.found, *books(count=3)), "source", 365)
    assert [row[:2] for row in answer.body] == [("Radio", 2), ("Friend", 1), ("Web", 1), ("Total", 4)]
    assert [row[5] for row in answer.body] == [620_00, 310_00, 0, 930_00]
    short = new_patients_by(of, worth(of.found, *books(count=3)), "source", 365, 1)
    assert [row[0] for row in short.body] == ["Radio", "All others", "Total"]
    assert short.body[1][1:][:1] == (2,)


def test_by_referrer_nobody_stands_last_and_by_month_there_is_no_total():
    rows = [
        {"account": "P00", "first_visit": FIRST.isoformat(), "referrer": "Ashworth"},
        {"account": "P01", "first_visit": "2026-02-01"},
    ]
    of = brought(campaigns(RADIO), registered(frame(REGISTRATIONS, *rows), AS_OF), LIMITS)
    values = worth(of.found, *books(count=2))
    assert [row[0] for row in new_patients_by(of, values, "referrer", 365).body] == ["Ashworth", "(nobody)", "Total"]
    months = new_patients_by(of, values, "month", 365).body
    assert [row[0] for row in months] == [date(2026, 1, 1), date(2026, 2, 1)]


def test_the_plan_says_first_what_is_to_come():
    to_come = {**RADIO, "campaign": "Booth", "first_day": "2026-08-01", "last_day": None, "spend": None}
    runs = {**RADIO, "campaign": "Web", "first_day": "2026-02-01", "last_day": "2026-07-31"}
    every = campaigns_of(campaigns(RADIO, runs, to_come))
    of = here([RADIO, runs, to_come], forty())
    answer = marketing_plan(of, every)
    assert [(row[0], row[10]) for row in answer.body] == [("Booth", "planned"), ("Web", "running"), ("Radio", "over")]
    assert [row[8] for row in answer.body] == [None, 0, 40]
