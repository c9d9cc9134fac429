"""What each provider did, and the same per clinical FTE; new patients; visits that nobody charged."""

from datetime import date, timedelta

import pandas as pd
import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments
from small_book import frame_of

from medoffice_xl.areas.access.new_patient_rate import HISTORY, new_patient_rate, new_patient_rates
from medoffice_xl.areas.access.productivity import COLUMNS, ProviderTables, clinical_fte, provider_productivity
from medoffice_xl.areas.access.sessions import sessions_of
from medoffice_xl.areas.access.uncharged import kept_visits, uncharged_visits
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.production.relative_values import RelativeValues
from medoffice_xl.tables import PROVIDERS
from tests.areas.access.appointment_rows import AS_OF, JUNE, appointments, schedule_of, sessions, tables

MONTH = Period(date(2026, 6, 1), AS_OF)
JUDGED = Thresholds().on(AS_OF)
VALUES = RelativeValues(2026, {("G0438", ""): 260})
CHARGED = charges(
    {"claim_id": "C1", "dos": "2026-06-02", "charge": 200, "code": "G0438", "provider": "Able", "npi": "1", "units": 1},
    {"claim_id": "C2", "dos": "2026-06-03", "charge": 200, "code": "G0438", "provider": "Able", "npi": "1", "units": 2},
    {"claim_id": "C3", "dos": "2026-06-03", "charge": 100, "code": "G0439", "provider": "Best", "npi": "2", "units": 1},
    {"claim_id": "C4", "dos": "2026-05-31", "charge": 900, "code": "G0438", "provider": "Able", "npi": "1", "units": 1},
)
PAID = payments(
    {"claim_id": "C1", "post_date": "2026-06-20", "amount": 120},
    {"claim_id": "C4", "post_date": "2026-06-01", "amount": 30},
    {"claim_id": "C3", "post_date": "2026-07-01", "amount": 70},
    {"claim_id": "C3", "post_date": "2026-06-15", "amount": 20, "kind": "contractual adjustment"},
)


def providers(**fte):
    return frame_of(PROVIDERS, [{"npi": npi.strip("n"), "provider": "", "kind": "physician", "clinical_fte": value}
                                for npi, value in fte.items()])  # fmt: skip


def held(count, provider="Able"):
    return sessions(*({"provider": provider, "day": JUNE - timedelta(days=place % 9), "starts": f"{place % 24}:00",
                       "minutes": 10} for place in range(count)))  # fmt: skip


def rows_of(fte, when, on=lambda each: each):
    of = ProviderTables(on(CHARGED), on(PAID), on(fte), sessions_of(on(when)), VALUES)
    return {row[0]: dict(zip([each.header for each in COLUMNS], row, strict=True)) for row in
            provider_productivity(of, MONTH, AS_OF, JUDGED).body}  # fmt: skip


@every_kind
def test_what_a_provider_did(on):
    """Able: two visits, 2.60 + 2 x 2.60 RVUs, $400 charged, $150 posted in June; at 0.5 FTE twice as much."""
    rows = rows_of(providers(n1=0.5), held(20), on)
    able = rows["Able"]
    assert list(able.values()) == ["Able", 0.5, 20, 2, pytest.approx(7.8), 40_000, 15_000, able["New share"], 4.0,
                                   pytest.approx(15.6), 80_000, 30_000]  # fmt: skip
    assert list(rows["Best"].values())[3:7] == [1, 0, 10_000, 0]
    assert rows["Best"]["Visits per FTE"] is None
    total = rows["Total"]
    assert (total["Visits"], total["Charges"], total["Collections"]) == (3, 50_000, 15_000)
    assert total["Visits per FTE"] == 4.0, "of the providers that have an FTE"


@pytest.mark.parametrize(
    ("fte", "count", "shown"),
    [(0.1, 20, True), (0.099, 20, False), (0.1, 19, False), (1.0, 21, True)],
)
def test_below_a_tenth_fte_or_twenty_sessions_there_is_no_figure_per_fte(fte, count, shown):
    able = rows_of(providers(n1=fte), held(count))["Able"]
    assert (able["Visits per FTE"] is not None) == shown


def test_nobody_is_more_than_one():
    assert clinical_fte(providers(n1=1.125, n2=0.75)) == {"1": 1, "2": 0.75}
    assert clinical_fte(None) == {}
    assert clinical_fte(providers(n1=0, n2=None)) == {}


def test_without_sessions_days_with_visits_stand_for_them():
    of = ProviderTables(CHARGED, PAID, None, None, VALUES)
    found = provider_productivity(of, MONTH, AS_OF, JUDGED)
    assert [row[2] for row in found.body] == [2, 1, 3]
    assert "Sessions are not listed: days with visits stand for them." in found.notes


def test_nothing_charged_is_no_answer():
    with pytest.raises(NoData, match="Nothing was charged"):
        provider_productivity(
            ProviderTables(CHARGED, PAID, None, None, VALUES), Period(date(2025, 1, 1), date(2025, 2, 1)), AS_OF, JUDGED
        )


def seen(*days, account="P1", **more):
    return charges(*({"claim_id": f"{account}{place}", "patient_acct": account, "dos": day, "charge": 90,
                      "post_date": day, **more} for place, day in enumerate(days)))  # fmt: skip


@pytest.mark.parametrize(("before", "share"), [("2023-06-10", 0.0), ("2023-06-09", 1.0), ("2026-06-01", 0.0)])
def test_a_patient_not_seen_in_three_years_is_new_again(before, share):
    """The visit is on June 10, 2026: to the day three years ago is not new."""
    period = Period(date(2026, 6, 2), AS_OF)
    assert new_patient_rate(seen(before, "2026-06-10"), period, AS_OF).value == share


@every_kind
def test_new_patients_of_all_visits(on):
    """Two visits of one new patient, one of a known one: 1 of 3."""
    rows = pd.concat([seen("2026-06-02", "2026-06-05"), seen("2026-01-05", "2026-06-09", account="P2")])
    found = new_patient_rate(on(rows.reset_index(drop=True)), MONTH, AS_OF)
    assert found.value == pytest.approx(1 / 3)
    assert found.notes[0].startswith("The charges begin on 01/05/2026.")


@pytest.mark.parametrize(("first", "share"), [("2025-08-05", 0.5), ("2025-08-06", None)])
def test_a_trend_begins_300_days_after_the_first_charge(first, share):
    """June 1, 2026 is the 300th day after August 5, 2025. Of June's two visits one is a new patient's, of July's none.

    Today's own share is no trend: it is the figure that the page Access shows.
    """
    rows = pd.concat([seen(first, "2026-06-02", "2026-07-14"), seen("2026-06-09", account="P2")]).reset_index(drop=True)
    history = JUDGED.whole(HISTORY)
    july = date(2026, 7, 31)
    assert new_patient_rates(rows, [AS_OF, july], MONTH.days, [history] * 2) == [share, 0.0]
    assert new_patient_rates(rows, [AS_OF], MONTH.days, [history]) == [0.5]


def test_without_accounts_nobody_can_say_who_is_new():
    with pytest.raises(NoData, match="no account numbers"):
        new_patient_rate(seen("2026-06-02", account=""), MONTH, AS_OF)
    with pytest.raises(NoData, match="No visit to Best"):
        new_patient_rate(seen("2026-06-02", provider="Able"), MONTH, AS_OF, "Best")


def test_visits_that_were_kept_and_not_charged():
    """Charged on its day, charged on another day, not charged; one more is younger than five days."""
    booked = [{"patient_acct": "P1", "day": date(2026, 6, day)} for day in (2, 3, 24, 25)]
    found = schedule_of(*booked, {"patient_acct": "", "day": date(2026, 6, 4)})
    listed = uncharged_visits(found, seen("2026-06-02"), MONTH, JUDGED)
    assert [row[0].day for row in listed.body] == [3, 24]
    assert [row[-1] for row in listed.body] == [27, 6]
    assert listed.left_out[0].rows == 1
    later = schedule_of(*booked, as_of=date(2026, 6, 29))
    assert len(uncharged_visits(later, seen("2026-06-02"), MONTH, Thresholds().on(AS_OF)).body) == 1


def test_without_accounts_nobody_can_say_what_was_charged():
    with pytest.raises(NoData, match="no account numbers"):
        uncharged_visits(schedule_of({}), seen("2026-06-02"), MONTH, JUDGED)


def test_kept_visits_as_controls_take_them():
    rows = kept_visits(tables(appointments({"patient_acct": "P1"}, {"patient_acct": "P2", "status": "No Show"})), AS_OF)
    assert rows[["patient_acct", "provider"]].values.tolist() == [["P1", "Dr Able"]]
    assert rows["dos"].iloc[0].date() == JUNE
