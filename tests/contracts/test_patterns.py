"""What many differences have in common, and what payers usually pay."""

from typing import Any

import pandas as pd
import pytest
from contract_tables import AS_DECLARED, billed, book, contract, judged, rate, rates, remit, remits
from report_parts import lists

from medoffice_xl.areas.compliance import inferred_schedule
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.inferred import ENOUGH as LINES_OF_A_RATE
from medoffice_xl.contracts.inferred import SURE, as_fee_schedule, inferred_rates
from medoffice_xl.contracts.patterns import ALIKE, ENOUGH, ROUNDING, patterns
from medoffice_xl.contracts.pricing import price

TWO_YEARS = rates(
    rate("X1001", 90.0, effective="2024-01-01", end="2024-12-31"),
    rate("X1001", 100.0),
    rate("X1002", 60.0, effective="2024-01-01", end="2024-12-31"),
    rate("X1002", 70.0),
)


def lines(*paid: tuple[str, str, float]) -> pd.DataFrame:
    """Checked lines of Acme Health: code, day of service, allowed."""
    of = book(contract(effective="2024-01-01"), TWO_YEARS)
    rows: list[dict[str, Any]] = [
        remit(claim_id=f"C{place}", claim_seq=place, dos=day, code=code, charge=300.0, paid=allowed, allowed=allowed)
        for place, (code, day, allowed) in enumerate(paid, 1)
    ]
    frame = remits(rows)
    return checked_lines(frame, check(frame, of), of)


def on(code: str, allowed: float, *days: str) -> list[tuple[str, str, float]]:
    return [(code, f"2025-{day}", allowed) for day in days]


def test_a_constant_ratio() -> None:
    (found,) = patterns(lines(*on("X1001", 95.0, "01-10", "02-10", "03-10")), AS_DECLARED)
    assert (found.kind, found.lines, found.variance) == ("constant ratio", 3, -1500)
    assert "95.0%" in found.words


def test_an_old_schedule_over_several_codes() -> None:
    paid = [*on("X1001", 90.0, "01-10", "02-10", "03-10"), *on("X1002", 60.0, "01-11", "02-11", "03-11")]
    (found,) = patterns(lines(*paid), AS_DECLARED, TWO_YEARS)
    assert (found.kind, found.codes, found.variance) == ("old schedule", ("X1001", "X1002"), -6000)


def test_a_rate_that_moved_on_a_day() -> None:
    before = on("X1001", 100.0, "01-10", "02-10", "03-10", "04-10")
    (found,) = patterns(lines(*before, *on("X1001", 96.0, "05-01", "05-02", "05-03")), AS_DECLARED)
    assert (found.kind, found.since.isoformat()) == ("moved", "2025-05-01")
    assert "96.0%" in found.words
    assert "05/01/2025" in found.words


def test_single_differences_are_no_pattern_and_right_payments_none() -> None:
    assert patterns(lines(*on("X1001", 95.0, "01-10", "02-10")), AS_DECLARED) == []
    assert patterns(lines(*on("X1001", 100.0, "01-10", "02-10", "03-10")), AS_DECLARED) == []


def test_varying_amounts_are_called_so() -> None:
    (found,) = patterns(
        lines(("X1001", "2025-01-10", 95.0), ("X1001", "2025-01-11", 60.0), ("X1001", "2025-01-12", 80.0)),
        AS_DECLARED,
    )
    assert found.kind == "varying"


def test_the_inferred_schedule_has_periods_and_a_confidence() -> None:
    paid = [
        *on("X1001", 90.0, "01-10", "01-20", "02-10"),
        ("X1001", "2025-02-11", 45.0),
        *on("X1001", 88.0, "03-10", "04-10"),
    ]
    found = inferred_rates(lines(*paid))
    assert found["rate"].tolist() == [9000, 8800]
    assert found["lines"].tolist() == [4, 2]
    assert found["confidence"].tolist() == [0.75, 1.0]
    assert [f"{day:%m-%d}" for day in found["last"]] == ["02-11", "04-10"]
    assert (found["low"].tolist(), found["high"].tolist()) == ([4500, 8800], [9000, 8800])


def test_nothing_to_infer_from() -> None:
    assert inferred_rates(lines()).empty


def test_a_sure_rate_can_be_adopted() -> None:
    paid = [
        *on("X1001", 90.0, "01-10", "01-20", "02-10", "02-11", "02-12"),
        *on("X1001", 88.0, "03-10", "04-10", "04-11", "04-12", "04-13"),
        *on("X1002", 70.0, "03-10"),
    ]
    adopted = as_fee_schedule(inferred_rates(lines(*paid)), AS_DECLARED)
    assert adopted["rate"].tolist() == [90_000_000_000, 88_000_000_000]
    assert [f"{day:%Y-%m-%d}" for day in adopted["effective"]] == ["2025-01-10", "2025-03-10"]
    assert f"{adopted['end'].iloc[0]:%Y-%m-%d}" == "2025-03-09"
    assert adopted["end"].isna().tolist() == [False, True]
    of = book(contract(effective="2024-01-01"), adopted)
    assert of.problems == ()
    assert price(billed(of, ("X1001", "", 400.0), dos="2025-02-20"), of).cents.tolist() == [9000]


def test_the_report_of_what_payers_pay() -> None:
    paid = on("X1001", 90.0, "01-10", "01-11", "01-12", "01-13", "01-14")
    report = inferred_schedule.build(lines(*paid), AS_DECLARED)
    (row,) = lists(report)[0].source.body
    assert (row[1], row[6], row[9], row[10]) == ("X1001", 9000, 5, 1.0)


JANUARY = [f"01-{day:02}" for day in range(10, 32)]


@pytest.mark.parametrize(("lines_at", "adopted"), [(4, []), (5, [90_000_000_000])])
def test_a_rate_is_adopted_from_five_lines(lines_at: int, adopted: list[int]) -> None:
    inferred = inferred_rates(lines(*on("X1001", 90.0, *JANUARY[:lines_at])))
    assert as_fee_schedule(inferred, AS_DECLARED)["rate"].tolist() == adopted
    assert as_fee_schedule(inferred, judged(LINES_OF_A_RATE, lines_at + 1)).empty


# 8 of 10 lines are exactly 80%; 7 of 9 are 77.8%
@pytest.mark.parametrize(
    ("at_the_rate", "others", "adopted"), [(8, 2, [90_000_000_000]), (7, 2, []), (9, 2, [90_000_000_000])]
)
def test_a_rate_is_adopted_from_eighty_percent(at_the_rate: int, others: int, adopted: list[int]) -> None:
    paid = [
        *on("X1001", 90.0, *JANUARY[:at_the_rate]),
        *(("X1001", f"2025-01-{day}", 40.0 + place) for place, day in enumerate(("30", "31")[:others])),
    ]
    inferred = inferred_rates(lines(*paid))
    assert as_fee_schedule(inferred, AS_DECLARED)["rate"].tolist() == adopted
    assert as_fee_schedule(inferred, judged(SURE, at_the_rate / (at_the_rate + others)))["rate"].tolist() == [
        90_000_000_000
    ]


def test_three_lines_make_a_pattern_unless_the_user_says_more() -> None:
    off = lines(*on("X1001", 95.0, "01-10", "02-10", "03-10"))
    assert [pattern.kind for pattern in patterns(off, judged(ENOUGH, 3))] == ["constant ratio"]
    assert patterns(off, judged(ENOUGH, 4)) == []


# Nine of ten lines at 95 and one at 60: their common ratio is 91.5%, and no line is within a cent of it
def test_nine_of_ten_lines_at_an_old_rate_are_an_old_schedule_and_eight_are_not() -> None:
    def kinds(at_old: int, share: float = 0.9) -> list[str]:
        paid = [*on("X1001", 90.0, *JANUARY[:at_old]), *on("X1001", 80.0, *JANUARY[at_old:10])]
        return [pattern.kind for pattern in patterns(lines(*paid), judged(ALIKE, share), TWO_YEARS)]

    assert kinds(9) == ["old schedule"]
    assert kinds(8) == ["varying"]
    assert kinds(8, share=0.8) == ["old schedule"]


# 3 × 95.00 is 95% of 300; moving one line up and one down by a cent keeps the sum, and each is a cent off
@pytest.mark.parametrize(("off", "kind"), [(0.01, "constant ratio"), (0.02, "varying")])
def test_a_cent_is_what_rounding_makes_of_a_ratio(off: float, kind: str) -> None:
    paid = lines(
        ("X1001", "2025-01-10", 95.0), ("X1001", "2025-01-11", 95.0 + off), ("X1001", "2025-01-12", 95.0 - off)
    )
    assert [pattern.kind for pattern in patterns(paid, AS_DECLARED)] == [kind]
    assert [pattern.kind for pattern in patterns(paid, judged(ROUNDING, off))] == ["constant ratio"]


@pytest.mark.parametrize(("before", "kind"), [(2, "constant ratio"), (3, "moved")])
def test_a_rate_moved_where_three_lines_before_were_as_contracted(before: int, kind: str) -> None:
    paid = [*on("X1001", 100.0, *JANUARY[:before]), *on("X1001", 96.0, "05-01", "05-02", "05-03")]
    assert [pattern.kind for pattern in patterns(lines(*paid), AS_DECLARED)] == [kind]


# Of ten lines since the first difference nine are off: it moved; of nine, eight
@pytest.mark.parametrize(("right_since", "kind"), [(1, "moved"), (2, "constant ratio")])
def test_a_rate_moved_where_nine_of_ten_lines_since_are_off(right_since: int, kind: str) -> None:
    before = on("X1001", 100.0, "01-01", "01-02", "01-03")
    since = [*on("X1001", 96.0, *JANUARY[: 10 - right_since]), *on("X1001", 100.0, *JANUARY[10 : 10 + right_since])]
    assert [pattern.kind for pattern in patterns(lines(*before, *since), AS_DECLARED)] == [kind]


def test_another_codes_lines_do_not_say_that_a_rate_moved() -> None:
    paid = [*on("X1002", 70.0, *JANUARY[:3]), *on("X1001", 96.0, "05-01", "05-02", "05-03")]
    assert [pattern.kind for pattern in patterns(lines(*paid), AS_DECLARED)] == ["constant ratio"]
