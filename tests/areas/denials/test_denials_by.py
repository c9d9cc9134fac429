"""Denials by cause: each line in its group, priced by its contract, followed to what became of it."""

from dataclasses import replace
from datetime import date

import pytest
from contract_tables import book, contract, rate, rates, table
from kinds_of_frame import every_kind
from practice_tables import charges, remits

from medoffice_xl.areas.denials.causes import causes_of
from medoffice_xl.areas.denials.denials_by import denials_by
from medoffice_xl.areas.denials.first_denials import APPEALS_UNKNOWN, DenialTables
from medoffice_xl.areas.denials.resolution import (
    clean_claim_rate,
    clean_claim_rates,
    first_pass_rate,
    first_pass_rates,
    overturn_rate,
    overturn_rates,
)
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.published import published
from medoffice_xl.tables import DENIAL_GROUPS, DENIAL_REASONS, REASON_CODES
from medoffice_xl.tables.appeals import APPEALS

DAY = date(2026, 6, 30)
PAYER = "Acme Health"
BOOK = book(contract(method="fee schedule"), rates(rate("G0438", 60.00), rate("G0439", 80.00)))
CAUSES = causes_of(None, None)
REASONS = ReasonCodes.of(None)


def answer(claim, adjustments, paid=0, day="2026-05-10", code="G0438", **more):
    return {"claim_id": claim, "paid_date": day, "dos": "2026-05-01", "code": code, "charge": 100, "paid": paid,
            "allowed": paid, "adjustments": adjustments, "payer": PAYER, "units": 1, "trace": f"{claim}{day}",
            **more}  # fmt: skip


ANSWERED = (
    answer("auth", "CO-197:100.00"),
    answer("auth won", "CO-197:100.00"),
    answer("auth won", "CO-45:45.00", 55, "2026-05-30"),
    answer("missing", "CO-16:100.00", remarks="M62"),
    answer("vague", "CO-16:100.00", code="G0439"),
    answer("unpriced", "CO-29:100.00", code="Q9999"),
    answer("again", "CO-50:100.00", code="G0439"),
    answer("again", "CO-50:100.00", day="2026-06-20", code="G0439", payer_claim_no="2"),
    answer("paid", "CO-45:50.00", 50),
)
CHARGED = charges(*(
    {"claim_id": claim, "dos": "2026-05-01", "charge": 100, "payer": PAYER, "provider": who, "location": "North"}
    for claim, who in (("auth", "Lee"), ("auth won", "Ray"), ("missing", "Ray"), ("vague", "Lee"))
))  # fmt: skip


def tables(on=lambda frame: frame, rows=ANSWERED):
    return DenialTables(on(remits(*rows)), on(CHARGED), BOOK, CAUSES, on(table(APPEALS)))


def by(found):
    return {row[0]: row[1:] for row in found.body}


@every_kind
def test_by_group_of_causes(on):
    found = denials_by(tables(on), DAY)
    # at stake by contract: G0438 60.00, G0439 80.00; without a rate the payer's share: (55 + 50) / 200 of 100.00
    assert by(found) == {
        "Authorization": (3, 3, 30_000, 18_000, 12_000, 1, 5_500, 18_000, 1 / 3, 0, None, 20),
        "Information": (1, 1, 10_000, 8_000, 8_000, 0, 0, 0, 0.0, 0, None, None),
        "Medical necessity": (1, 1, 10_000, 8_000, 8_000, 0, 0, 0, 0.0, 0, None, None),
        "Timely filing": (1, 1, 10_000, 5_250, 5_250, 0, 0, 0, 0.0, 0, None, None),
        "Total": (6, 6, 60_000, 39_250, 33_250, 1, 5_500, 18_000, 1 / 6, 0, None, 20),
    }  # won after 20 days
    assert found.notes == ["1 lines have no contract rate; their stake is estimated by the payer's usual share."]
    assert sum(found.rows.collect()["balance"].to_list()) == 39_250


@pytest.mark.parametrize("way", ["group", "reason", "payer", "code", "provider", "location", "level", "month"])
def test_every_way_adds_up_to_the_same(way):
    *names, total = denials_by(tables(), DAY, way).body
    assert [sum(row[at] for row in names) for at in range(2, 9)] == list(total[2:9])
    assert total[4] == 39_250


def test_where_appeals_are_not_among_the_tables_what_was_appealed_is_not_known():
    found = denials_by(replace(tables(), appeals=None), DAY)
    assert {row[10:12] for row in found.body} == {(None, None)}
    assert found.notes[0] == APPEALS_UNKNOWN
    assert [row[:10] for row in found.body] == [row[:10] for row in denials_by(tables(), DAY).body]
    with pytest.raises(NoData, match="the set Denials holds them"):
        denials_by(replace(tables(), appeals=None), DAY, "level")


def test_by_provider_and_the_others_together():
    found = by(denials_by(tables(), DAY, "provider", top=1))
    assert list(found) == ["Lee", "All other", "Total"]  # Lee: 60 + 80; Ray: 60 + 60; none said: 52.50 + 80
    assert found["Lee"][3] == 14_000


def test_a_denial_overturned_later_is_open_on_the_day():
    assert by(denials_by(tables(), date(2026, 5, 29)))["Authorization"][4:7] == (18_000, 0, 0)
    assert by(denials_by(tables(), date(2026, 5, 30)))["Authorization"][4:7] == (12_000, 1, 5_500)


@pytest.mark.parametrize(("window", "lines"), [(51, None), (52, 6)])
def test_the_window_takes_its_first_day(window, lines):
    # 05/10 to 06/30 are 52 days
    if lines is None:
        with pytest.raises(NoData):
            denials_by(tables(), DAY, window=window)
    else:
        assert by(denials_by(tables(), DAY, window=window))["Total"][1] == lines


def test_the_practice_puts_a_reason_into_another_group():
    listed = published(DENIAL_REASONS)
    moved = listed.assign(group=listed["group"].mask(listed["code"] == "197", "Prior approval"))
    own = DenialTables(remits(*ANSWERED), CHARGED, BOOK, causes_of(moved, None))
    assert by(denials_by(own, DAY))["Prior approval"][1] == 2


def test_overturn_rate_is_of_those_that_are_closed():
    # answered again: “auth won”, paid after 20 days, and “again”, refused once more
    found = overturn_rate(tables(), DAY)
    parts = {part.label: part.value for part in found.parts}
    assert found.value == 0.5
    assert parts["Days from denial to payment (median)"] == 20
    assert overturn_rate(tables(), DAY, count="dollars").value == 60 / 140
    assert overturn_rate(tables(), DAY, group="authorization").value == 1
    with pytest.raises(NoData, match="is closed yet"):
        overturn_rate(tables(), date(2026, 5, 29))
    with pytest.raises(BadArgument):
        overturn_rate(tables(), DAY, count="lines")


@pytest.mark.parametrize(("day", "closed"), [(date(2026, 8, 7), 2), (date(2026, 8, 8), 6)])
def test_a_denial_is_lost_once_it_had_its_time(day, closed):
    # 90 days after 05/10 is 08/08
    found = overturn_rate(tables(), day)
    assert found.value == pytest.approx(1 / closed)
    assert {part.label: part.value for part in found.parts}["Claims closed"] == closed


@every_kind
def test_first_pass_and_clean_claims(on):
    # seven claims first answered; one without a denied line
    assert first_pass_rate(on(remits(*ANSWERED)), REASONS, DAY).value == 1 / 7
    # clean: the paid one, and the one of medical necessity, which is the clinician's
    found = clean_claim_rate(on(remits(*ANSWERED)), REASONS, CAUSES, DAY)
    assert found.value == 2 / 7
    assert "proxy" in found.definition.name
    with pytest.raises(NoData):
        first_pass_rate(on(remits()), REASONS, DAY)


def test_months_in_one_pass_are_each_as_of_their_day():
    days = [date(2026, 4, 30), date(2026, 5, 29), date(2026, 5, 30), DAY]
    firsts = first_pass_rates(remits(*ANSWERED), REASONS, days)
    cleans = clean_claim_rates(remits(*ANSWERED), REASONS, CAUSES, days)
    assert firsts[0] is cleans[0] is None
    assert firsts[1:] == [first_pass_rate(remits(*ANSWERED), REASONS, day).value for day in days[1:]]
    assert cleans[1:] == [clean_claim_rate(remits(*ANSWERED), REASONS, CAUSES, day).value for day in days[1:]]


def test_overturned_denials_in_one_pass_are_each_as_of_their_day():
    """Nothing is closed by 05/29; then one is paid on 05/30, one granted on 06/01, and one refused again on 06/20."""
    steps = table(APPEALS, *(
        {"payer": PAYER, "claim_id": "auth", "about": "denial", "level": 1, "status": status, "status_date": day}
        for status, day in (("sent", "2026-05-20"), ("recovered", "2026-06-01"))
    ))  # fmt: skip
    of = replace(tables(), appeals=steps)
    days = [date(2026, 5, 29), date(2026, 5, 30), date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 19),
            date(2026, 6, 20), DAY]  # fmt: skip
    assert overturn_rates(of, days) == [None, 1, 1, 1, 1, 2 / 3, 2 / 3]
    assert overturn_rates(of, days)[1:] == [overturn_rate(of, day).value for day in days[1:]]
    # 42 days up to 06/20 begin on 05/10, the day of the denials; 41 do not
    assert [overturn_rates(of, [date(2026, 6, 20)], window) for window in (42, 41)] == [[2 / 3], [None]]


def test_a_duplicate_is_no_first_pass_and_no_clean_claim():
    rows = (answer("paid", "CO-45:50.00", 50), answer("double", "CO-18:100.00"))
    assert first_pass_rate(remits(*rows), REASONS, DAY).value == 1
    assert clean_claim_rate(remits(*rows), REASONS, CAUSES, DAY).value == 0.5


def test_every_reason_that_denies_has_a_group_and_every_group_is_described():
    listed = published(REASON_CODES)
    denying = listed[(listed["list"] == "CARC") & (listed["taken_as"] == "denial")]["code"]
    assert [code for code in denying if code not in CAUSES.reasons] == []
    assert {*CAUSES.reasons.values(), *CAUSES.remarks.values()} <= set(published(DENIAL_GROUPS)["group"])
