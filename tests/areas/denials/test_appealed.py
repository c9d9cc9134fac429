"""Appeals of denials, step by step: when each was appealed, which are closed, and that nothing later counts."""

from datetime import date

import pytest
from contract_tables import book, contract, rate, rates, table
from kinds_of_frame import every_kind
from practice_tables import remits

from medoffice_xl.areas.denials.causes import causes_of
from medoffice_xl.areas.denials.denials_by import denials_by
from medoffice_xl.areas.denials.first_denials import DenialTables, first_denials
from medoffice_xl.areas.denials.resolution import overturn_rate
from medoffice_xl.errors import NoData
from medoffice_xl.tables.appeals import APPEALS

BOOK = book(contract(method="fee schedule"), rates(rate("G0438", 60.00)))
CAUSES = causes_of(None, None)
# Denied 05/10; without an appeal, lost 90 days later: 08/08.
DENIED = "2026-05-10"


def answer(claim, adjustments="CO-197:100.00", paid=0, day=DENIED):
    return {"claim_id": claim, "paid_date": day, "dos": "2026-05-01", "code": "G0438", "charge": 100, "paid": paid,
            "allowed": paid, "adjustments": adjustments, "payer": "Acme Health", "units": 1,
            "trace": f"{claim}{day}"}  # fmt: skip


def step(claim, status, day, level=None, about="denial"):
    return {"payer": "acme health", "claim_id": claim, "about": about, "level": level, "status": status,
            "status_date": day}  # fmt: skip


def of(*steps, rows=None, on=lambda frame: frame):
    answered = remits(*(rows or (answer("a"), answer("b"))))
    return DenialTables(on(answered), None, BOOK, CAUSES, on(table(APPEALS, *steps)))


def parts(measure):
    return {part.label: part.value for part in measure.parts}


def closed(given, day):
    return dict(zip(*(first_denials(given, day)[name] for name in ("claim_id", "closed")), strict=True))


@every_kind
def test_an_appeal_gives_a_denial_more_time(on):
    given = of(step("a", "sent", "2026-05-20"), on=on)
    # “b” has had its 90 days on 08/08; “a” waits until 90 days after 05/20, which is 08/18
    assert closed(given, date(2026, 8, 7)) == {"a": False, "b": False}
    assert closed(given, date(2026, 8, 8)) == {"a": False, "b": True}
    assert closed(given, date(2026, 8, 17)) == {"a": False, "b": True}
    assert closed(given, date(2026, 8, 18)) == {"a": True, "b": True}


@pytest.mark.parametrize("status", ["rejected", "invalid"])
def test_what_was_given_up_is_closed_on_its_day_and_not_before(status):
    given = of(step("a", "sent", "2026-05-20"), step("a", status, "2026-06-15"))
    with pytest.raises(NoData):
        overturn_rate(given, date(2026, 6, 14))
    found = overturn_rate(given, date(2026, 6, 15))
    assert (found.value, parts(found)["Claims closed"]) == (0, 1)


def test_the_next_level_opens_it_again():
    given = of(
        step("a", "sent", "2026-05-20"), step("a", "rejected", "2026-06-15"), step("a", "sent", "2026-06-20", 2)
    )  # fmt: skip
    assert [closed(given, date(2026, 6, day))["a"] for day in (15, 19, 20)] == [True, True, False]
    lines = first_denials(given, date(2026, 6, 30)).set_index("claim_id")
    assert (lines.at["a", "level"], lines.at["b", "level"]) == (2, 0)
    assert lines.at["a", "appealed_on"].date() == date(2026, 5, 20)
    by_level = {row[0]: row[1] for row in denials_by(given, date(2026, 6, 30), "level").body}
    assert by_level == {"2": 1, "not appealed": 1, "Total": 2}


def test_a_denial_that_the_payer_took_back_is_overturned_from_that_day():
    given = of(
        step("a", "sent", "2026-05-20"), step("a", "recovered", "2026-06-15"), step("b", "rejected", "2026-06-15")
    )
    assert overturn_rate(given, date(2026, 6, 15)).value == 0.5
    with pytest.raises(NoData):
        overturn_rate(given, date(2026, 6, 14))
    total = denials_by(given, date(2026, 6, 15)).body[-1]
    # 60.00 each at stake; one still denied; nothing was paid yet
    assert total[4:8] == (12_000, 6_000, 1, 0)


def test_days_from_denial_to_appeal_and_to_payment():
    rows = (answer("a"), answer("b"), answer("a", "CO-45:40.00", 60, "2026-06-19"))
    given = of(
        step("a", "sent", "2026-05-20"), step("b", "sent", "2026-05-14"), step("a", "sent", "2026-05-30", 2), rows=rows
    )  # fmt: skip
    told = parts(overturn_rate(given, date(2026, 6, 30)))
    # 10 and 4 days; 40 days from 05/10 to 06/19
    assert told["Days from denial to appeal (median)"] == 7
    assert told["Days from denial to payment (median)"] == 40
    assert denials_by(given, date(2026, 6, 30)).body[-1][-3:] == (2, 7, 40)
    assert denials_by(given, date(2026, 5, 19)).body[-1][-3:] == (1, 4, None)


@pytest.mark.parametrize(
    "taken",
    [
        step("a", "rejected", "2026-05-09"),  # before the denial: of another matter
        step("a", "rejected", "2026-06-01", about="underpayment"),
        step("a", "rejected", "2026-06-01", about=""),  # as workbooks had it, of an underpayment
        {**step("a", "rejected", "2026-06-01"), "payer": "Birch"},
        step("c", "rejected", "2026-06-01"),
    ],
)
def test_steps_of_something_else_do_not_count(taken):
    assert closed(of(taken), date(2026, 6, 30)) == {"a": False, "b": False}


def test_a_denial_of_the_day_of_the_step_counts():
    assert closed(of(step("a", "rejected", DENIED)), date(2026, 6, 30))["a"]


@pytest.mark.parametrize(("sent", "is_closed"), [("2026-06-18", True), ("2026-06-19", False)])
def test_an_appeal_of_the_second_refusal_waits_and_one_before_it_was_answered(sent, is_closed):
    rows = (answer("a"), answer("a", day="2026-06-19"))
    assert closed(of(step("a", "sent", sent), rows=rows), date(2026, 6, 30))["a"] is is_closed
