"""What many differences have in common, and what payers usually pay."""

from typing import Any

import pandas as pd
from contract_tables import billed, book, contract, rate, rates, remit, remits

from medoffice_xl.areas.compliance import inferred_schedule
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.inferred import as_fee_schedule, inferred_rates
from medoffice_xl.contracts.patterns import patterns
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
    (found,) = patterns(lines(*on("X1001", 95.0, "01-10", "02-10", "03-10")))
    assert (found.kind, found.lines, found.variance) == ("constant ratio", 3, -1500)
    assert "95.0%" in found.words


def test_an_old_schedule_over_several_codes() -> None:
    paid = [*on("X1001", 90.0, "01-10", "02-10", "03-10"), *on("X1002", 60.0, "01-11", "02-11", "03-11")]
    (found,) = patterns(lines(*paid), TWO_YEARS)
    assert (found.kind, found.codes, found.variance) == ("old schedule", ("X1001", "X1002"), -6000)


def test_a_rate_that_moved_on_a_day() -> None:
    before = on("X1001", 100.0, "01-10", "02-10", "03-10", "04-10")
    (found,) = patterns(lines(*before, *on("X1001", 96.0, "05-01", "05-02", "05-03")))
    assert (found.kind, found.since.isoformat()) == ("moved", "2025-05-01")
    assert "96.0%" in found.words
    assert "05/01/2025" in found.words


def test_single_differences_are_no_pattern_and_right_payments_none() -> None:
    assert patterns(lines(*on("X1001", 95.0, "01-10", "02-10"))) == []
    assert patterns(lines(*on("X1001", 100.0, "01-10", "02-10", "03-10"))) == []


def test_varying_amounts_are_called_so() -> None:
    (found,) = patterns(
        lines(("X1001", "2025-01-10", 95.0), ("X1001", "2025-01-11", 60.0), ("X1001", "2025-01-12", 80.0))
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
    adopted = as_fee_schedule(inferred_rates(lines(*paid)))
    assert adopted["rate"].tolist() == [9000, 8800]
    assert [f"{day:%Y-%m-%d}" for day in adopted["effective"]] == ["2025-01-10", "2025-03-10"]
    assert f"{adopted['end'].iloc[0]:%Y-%m-%d}" == "2025-03-09"
    assert adopted["end"].isna().tolist() == [False, True]
    of = book(contract(effective="2024-01-01"), adopted)
    assert of.problems == ()
    assert price(billed(of, ("X1001", "", 400.0), dos="2025-02-20"), of).cents.tolist() == [9000]


def test_the_report_of_what_payers_pay() -> None:
    report = inferred_schedule.build(lines(*on("X1001", 90.0, "01-10", "01-11", "01-12", "01-13", "01-14")))
    (row,) = report.sections[0].rows
    assert (row[1], row[6], row[9], row[10]) == ("X1001", 9000, 5, 1.0)
