"""Which year's rates a payer pays: a cent is rounding, two are not; half of the lines make it old."""

from datetime import date
from typing import Any

import pytest
from contract_tables import book, moved, rate, rates, remit, remits

from medoffice_xl.areas.rates.rate_year import LOOKED_BACK, OLD_SHARE, SAME_RATE, RateYear, rate_years

AS_OF = date(2026, 3, 31)


def agreed(last_year: float, this_year: float) -> Any:
    return rates(
        rate("X1001", last_year, effective="2025-01-01", end="2025-12-31"),
        rate("X1001", this_year, effective="2026-01-01"),
    )


def found(allowed: list[float], *, last_year: float = 100.0, this_year: float = 110.0, **fields: Any) -> Any:
    """Counts of lines at the former rate, at the one in force, at neither."""
    thresholds = fields.pop("thresholds", None)
    answers = remits(
        [remit(claim_id=f"C{number}", claim_seq=number, dos="2026-03-02", paid_date="2026-03-20", charge=400.0,
               paid=dollars, allowed=dollars, **fields) for number, dollars in enumerate(allowed)]
    )  # fmt: skip
    years = rate_years(answers, book(None, agreed(last_year, this_year), thresholds=thresholds), AS_OF)
    year = years.get("Acme Health", RateYear(0, 0, 0, 0.5))
    return year.former, year.current, year.other


@pytest.mark.parametrize(
    ("allowed", "counts"),
    [
        (100.00, (1, 0, 0)), (100.01, (1, 0, 0)), (99.99, (1, 0, 0)), (100.02, (0, 0, 1)), (99.98, (0, 0, 1)),
        (100.03, (0, 0, 1)), (110.01, (0, 1, 0)), (109.99, (0, 1, 0)), (110.02, (0, 0, 1)), (109.98, (0, 0, 1)),
        (109.97, (0, 0, 1)),
    ],
)  # fmt: skip
def test_a_cent_of_rounding_is_the_same_rate_and_two_are_not(allowed: float, counts: tuple[int, int, int]) -> None:
    assert found([allowed]) == counts


def test_rates_a_cent_apart_cannot_tell_and_two_cents_apart_can() -> None:
    assert found([100.0], this_year=100.01) == (0, 0, 0)
    assert found([100.0], this_year=100.02) == (1, 0, 0)


def test_the_user_moves_what_counts_as_the_same_rate() -> None:
    assert found([100.03], thresholds=moved(SAME_RATE, 0.03)) == (1, 0, 0)
    assert found([100.04], thresholds=moved(SAME_RATE, 0.03)) == (0, 0, 1)


# 90 days up to 31 March 2026, which counts, begin on 1 January
@pytest.mark.parametrize(
    ("paid", "lines"), [("2025-12-31", 0), ("2026-01-01", 1), ("2026-03-31", 1), ("2026-04-01", 0)]
)
def test_answers_of_ninety_days_tell(paid: str, lines: int) -> None:
    answers = remits([remit(dos="2026-03-02", paid_date=paid, charge=400.0, paid=100.0, allowed=100.0)])
    years = rate_years(answers, book(None, agreed(100.0, 110.0)), AS_OF)
    assert (years["Acme Health"].lines if years else 0) == lines
    far = rate_years(answers, book(None, agreed(100.0, 110.0), thresholds=moved(LOOKED_BACK, 91)), AS_OF)
    assert bool(far) is (paid != "2026-04-01")


@pytest.mark.parametrize(("former", "current", "old"), [(1, 1, True), (49, 51, False), (50, 50, True), (51, 49, True)])
def test_half_of_the_lines_make_it_an_old_year(former: int, current: int, old: bool) -> None:
    assert RateYear(former, current, 0, old_share=float(OLD_SHARE.exact)).is_old is old


def test_the_user_moves_the_share_that_makes_it_old() -> None:
    answers = remits(
        [remit(claim_id=f"C{number}", claim_seq=number, dos="2026-03-02", paid_date="2026-03-20", charge=400.0,
               paid=dollars, allowed=dollars) for number, dollars in enumerate((100.0, 100.0, 110.0))]
    )  # fmt: skip

    def is_old(share: float) -> bool:
        of = book(None, agreed(100.0, 110.0), thresholds=moved(OLD_SHARE, share))
        return rate_years(answers, of, AS_OF)["Acme Health"].is_old

    assert is_old(0.66)
    assert not is_old(0.67)


def test_the_answer_that_stands_tells_and_none_that_was_taken_back() -> None:
    fields = {"dos": "2026-03-02", "charge": 400.0, "paid": 100.0, "allowed": 100.0}
    first = remit(paid_date="2026-03-10", **fields)
    back = remit(trace="T2", paid_date="2026-03-20", claim_status="22", dos="2026-03-02", charge=-400.0, paid=-100.0,
                 allowed=-100.0)  # fmt: skip
    again = remit(trace="T2", paid_date="2026-03-20", claim_seq=2, **fields | {"paid": 110.0, "allowed": 110.0})
    of = book(None, agreed(100.0, 110.0))

    def counts(*answers: dict[str, Any]) -> tuple[int, int]:
        year = rate_years(remits(answers), of, AS_OF)["Acme Health"]
        return year.former, year.current

    assert counts(first) == (1, 0)
    assert counts(first, back, again) == (0, 1)
    # forwarded to the next payer (19) is the first payer's answer all the same; what the second (2) allows is not
    assert counts(remit(paid_date="2026-03-10", claim_status="19", **fields)) == (1, 0)
    assert not rate_years(remits([remit(paid_date="2026-03-10", claim_status="2", **fields)]), of, AS_OF)
