"""When notice is due, contracts end or renew, and increases begin: every one inside the horizon, both ends counted."""

from datetime import date
from typing import Any

import pytest
from contract_tables import table
from kinds_of_frame import every_kind

from medoffice_xl.areas.rates.contract_calendar import contract_calendar
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.tables import CONTRACTS

AS_OF = date(2026, 3, 31)


def dated(events: Any) -> list[tuple[str, str]]:
    return [(str(event[2]), event[4]) for event in events]


def falls_due(months: int = 12, *, as_of: date = AS_OF, on: Any = lambda frame: frame, **fields: Any) -> Any:
    row = {"payer": "Acme", "effective": "2023-01-01", "method": "fee schedule", **fields}
    try:
        return dated(contract_calendar(on(table(CONTRACTS, row)), as_of, months).body)
    except NoData:
        return []


@pytest.mark.parametrize(
    ("fields", "events"),
    [
        # 90 days before the last day of 2026 is 2 October
        ({"termination": "2026-12-31", "notice_days": 90}, [("2026-10-02", "Notice by"), ("2026-12-31", "Ends")]),
        ({"termination": "2026-12-31", "notice_date": "2026-09-01", "renewal": "automatic"},
         [("2026-09-01", "Notice by"), ("2026-12-31", "Renews")]),
        # ended in 2024 and renewed by itself since: the term running now ends in 2026, the next notice is in 2027
        ({"termination": "2024-06-30", "notice_days": 30, "renewal": "automatic"},
         [("2026-05-31", "Notice by"), ("2026-06-30", "Renews")]),
        # 120 days before 30 June is 2 March: passed
        ({"termination": "2026-06-30", "notice_days": 120},
         [("2026-03-02", "Notice day passed"), ("2026-06-30", "Ends")]),
        ({"effective": "2024-07-01", "cola": 0.025}, [("2026-07-01", "Rates rise by 2.50%")]),
        # open, with the day of its own by which to give notice or to renegotiate
        ({"notice_date": "2026-09-01"}, [("2026-09-01", "Notice by")]),
        ({"notice_date": "2026-03-01"}, [("2026-03-01", "Notice day passed")]),
        ({"notice_days": 90}, []),
        # over, and not renewed by itself: nothing of it is due any more
        ({"termination": "2025-12-31", "notice_days": 30, "cola": 0.02, "renewal": "by agreement"}, []),
    ],
)  # fmt: skip
@every_kind
def test_what_falls_due(on, fields, events):
    assert falls_due(on=on, **fields) == events


def test_year_after_year() -> None:
    # Three years from 31 March 2026, each with a notice day (60 days before 30 June is 1 May), a renewal, an increase
    fields = {"termination": "2024-06-30", "notice_days": 60, "renewal": "automatic", "cola": 0.03}
    assert falls_due(36, **fields) == [
        ("2026-05-01", "Notice by"), ("2026-06-30", "Renews"), ("2027-01-01", "Rates rise by 3.00%"),
        ("2027-05-01", "Notice by"), ("2027-06-30", "Renews"), ("2028-01-01", "Rates rise by 3.00%"),
        ("2028-05-01", "Notice by"), ("2028-06-30", "Renews"), ("2029-01-01", "Rates rise by 3.00%"),
    ]  # fmt: skip


def test_a_long_notice_of_the_next_term_is_due_before_this_one_ends() -> None:
    # 400 days before 31 December 2027 is 26 November 2026
    fields = {"termination": "2026-12-31", "notice_days": 400, "renewal": "automatic"}
    assert falls_due(9, **fields) == [
        ("2025-11-26", "Notice day passed"), ("2026-11-26", "Notice by"), ("2026-12-31", "Renews"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        # typed for the first term, and moved on with it
        ("2024-05-31", ["2026-05-31", "2027-05-31"]),
        # typed for the term running now
        ("2026-05-31", ["2026-05-31", "2027-05-31"]),
        # typed for a later term, earlier in the year before its end
        ("2026-12-01", ["2025-12-01", "2026-12-01", "2027-12-01"]),
        # 29 February has no match in a year without it
        ("2024-02-29", ["2026-02-28", "2027-02-28", "2028-02-29"]),
    ],
)
def test_a_typed_notice_day_moves_on_with_the_terms(typed: str, days: list[str]) -> None:
    found = falls_due(24, termination="2024-06-30", notice_date=typed, renewal="automatic")
    assert [day for day, what in found if what.startswith("Notice")] == days


@pytest.mark.parametrize(
    ("day", "what"),
    [("2026-03-30", "Notice day passed"), ("2026-03-31", "Notice by"), ("2026-04-01", "Notice by")],
)
def test_notice_that_is_due_today_is_not_late(day: str, what: str) -> None:
    calendar = contract_calendar(
        table(CONTRACTS, {"payer": "Acme", "effective": "2023-01-01", "method": "fee schedule", "notice_date": day}),
        AS_OF,
    )
    (event,) = calendar.body
    assert (event[4], event[3]) == (what, int(day[-2:]) - 31 if day < "2026-04" else 1)


@pytest.mark.parametrize(("end", "due"), [("2026-03-30", False), ("2026-03-31", True), ("2027-03-31", True),
                                          ("2027-04-01", False)])  # fmt: skip
def test_both_ends_of_the_horizon_count(end: str, due: bool) -> None:
    assert bool(falls_due(12, termination=end)) is due
    assert bool(falls_due(12, notice_date=end)) is (due or end < "2026-03-31")


@pytest.mark.parametrize(
    ("first", "due"),
    # Of the eleven months from 31 March 2026 to 28 February 2027
    [("2025-03-30", []), ("2025-03-31", ["2026-03-31"]), ("2025-02-28", ["2027-02-28"]), ("2025-03-01", []),
     ("2026-03-31", []), ("2024-02-29", ["2027-02-28"])],
)  # fmt: skip
def test_an_increase_counts_from_today_to_the_horizon_and_not_on_the_first_day(first: str, due: list[str]) -> None:
    assert [day for day, _ in falls_due(11, effective=first, cola=0.02)] == due


@pytest.mark.parametrize(("end", "events"), [("2026-12-31", 0), ("2027-01-01", 1), ("2027-01-02", 1)])
def test_an_increase_on_the_last_day_of_the_contract_still_begins(end: str, events: int) -> None:
    found = falls_due(12, termination=end, cola=0.02)
    assert [what for _, what in found if "rise" in what] == ["Rates rise by 2.00%"] * events


@pytest.mark.parametrize(
    ("as_of", "months", "last"),
    # Six months after 31 August is the last day of February
    [(date(2026, 8, 31), 6, "2027-02-28"), (date(2027, 8, 31), 6, "2028-02-29"), (date(2026, 3, 31), 18, "2027-09-30")],
)
def test_months_are_calendar_months(as_of: date, months: int, last: str) -> None:
    day = date.fromisoformat(last)
    assert falls_due(months, as_of=as_of, termination=last) == [(last, "Ends")]
    assert falls_due(months, as_of=as_of, termination=str(date.fromordinal(day.toordinal() + 1))) == []


@pytest.mark.parametrize("field", [{"codes": "X1001"}, {"places": "02; 10"}])
def test_a_carve_out_is_part_of_its_contract(field: dict[str, str]) -> None:
    whole = {"payer": "Acme", "effective": "2023-01-01", "method": "fee schedule", "termination": "2026-12-31"}
    calendar = contract_calendar(table(CONTRACTS, whole, {**whole, **field}), AS_OF)
    assert (dated(calendar.body), calendar.rows_used) == ([("2026-12-31", "Ends")], 1)


def test_an_empty_calendar_says_why() -> None:
    open_ended = {"payer": "Acme", "effective": "2023-01-01", "method": "fee schedule"}
    with pytest.raises(NoData, match="Nothing falls due in the next 18 months"):
        contract_calendar(table(CONTRACTS, open_ended), AS_OF)
    with pytest.raises(NoData, match="No contract is entered"):
        contract_calendar(table(CONTRACTS), AS_OF)
    for months in (0, 121):
        with pytest.raises(OutOfRange, match=f"You asked for {months} months; give 1 to 120"):
            contract_calendar(table(CONTRACTS, open_ended), AS_OF, months)


@pytest.mark.parametrize("months", [1, 120])
def test_one_month_and_ten_years_can_be_asked_for(months: int) -> None:
    assert falls_due(months, notice_date="2026-04-15") == [("2026-04-15", "Notice by")]
