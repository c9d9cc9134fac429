"""More units than Medicare's limit: which lines count together, on which day, and that no amount changes."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from contract_tables import AS_DECLARED, REASONS, book, contract, rate, rates, remit, remits, table
from report_parts import lists
from unit_limit_files import APRIL, limit_file, limit_zip, text

from medoffice_xl.areas.compliance import voucher_check
from medoffice_xl.areas.compliance.compliance import voucher_check as vouchers_function
from medoffice_xl.contracts import check as check_module
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.intake.files import bring_in
from medoffice_xl.tables import BASE_UNITS, CHARGES, TABLES, UNIT_LIMITS, empty_frame

WINTER = {"effective": "2025-01-01", "end": "2025-03-31"}
SPRING = {"effective": "2025-04-01", "end": "2025-06-30"}
LIMITS = table(
    UNIT_LIMITS,
    {"code": "J1100", "units": 8, "indicator": "3", **WINTER},
    {"code": "J1100", "units": 10, "indicator": "3", **SPRING},
    {"code": "J1101", "units": 4, "indicator": "1", **SPRING},
    {"code": "G0438", "units": 1, "indicator": "2", **SPRING},
    {"code": "J1102", "units": 0, "indicator": "2", **SPRING},
)
RATES = rates(*(rate(code, 10.0) for code in ("J1100", "J1101", "J1102", "G0438", "X0100")))


def line(code: str = "J1100", units: float = 1.0, claim: int = 1, **fields: Any) -> dict[str, Any]:
    """A line paid as contracted: 10.00 a unit; charged twice that."""
    return remit(
        code=code, units=units, claim_id=f"C{claim}", claim_seq=float(claim), charge=20 * units, paid=10 * units,
        allowed=10 * units, contractual=10 * units, **{"provider_npi": "1999999984", **fields},
    )  # fmt: skip


def found(*lines: dict[str, Any], limits: pd.DataFrame | None = LIMITS, **tables: Any) -> pd.DataFrame:
    charges = tables.pop("charges", None)
    of = book(contract(**tables.pop("terms", {})), RATES, unit_limits=limits, **tables)
    frame = remits([{**one, "line_no": float(place)} for place, one in enumerate(lines, 1)])
    return checked_lines(frame, check(frame, of, charges), of)


def told(*lines: dict[str, Any], **given: Any) -> list[tuple[int, float]]:
    """Limit and counted units of each line."""
    rows = found(*lines, **given)
    return list(zip(rows["unit_limit"].tolist(), (rows["limited_units"] / 1000).tolist(), strict=True))


NOTHING = (0, 0.0)


@pytest.mark.parametrize(
    ("units", "dos", "expected"),
    [
        (8.0, "2025-03-31", NOTHING),  # at the limit
        (9.0, "2025-03-31", (8, 9.0)),
        (8.5, "2025-03-31", (8, 8.5)),
        (9.0, "2025-04-01", NOTHING),  # the next quarter's limit is 10
        (11.0, "2025-06-30", (10, 11.0)),
        (99.0, "2025-07-01", NOTHING),  # no file of July's quarter
        (99.0, "2025-01-01", (8, 99.0)),
    ],
)
def test_the_limit_of_the_quarter_of_the_day(units: float, dos: str, expected: Any) -> None:
    assert told(line(units=units, dos=dos)) == [expected]


def test_a_code_without_a_limit_or_with_a_limit_of_none_is_not_told() -> None:
    assert told(line("X0100", 999.0), line("J1102", 5.0)) == [NOTHING, NOTHING]


def test_split_lines_are_one_service_and_stand_on_its_first_line() -> None:
    # 6 + 6 = 12 of 10
    assert told(line(units=6.0), line(units=6.0)) == [(10, 12.0), NOTHING]
    # a modifier says that each stands for itself: two services, of one day all the same
    assert told(line(units=6.0), line(units=6.0, mod1="76")) == [(10, 12.0), (10, 12.0)]


def test_two_claims_of_one_day_count_together_only_for_a_patient_who_is_known() -> None:
    lines = line(units=6.0, claim=1), line(units=6.0, claim=2)
    assert told(*lines) == [NOTHING, NOTHING]
    assert told(*lines, charges=charges("P1", "P1")) == [(10, 12.0), (10, 12.0)]
    assert told(*lines, charges=charges("P1", "P2")) == [NOTHING, NOTHING]
    assert told(*lines, charges=charges("", "")) == [NOTHING, NOTHING]


def charges(*patients: str) -> pd.DataFrame:
    """A charge of 6 units for each claim, of these patients."""
    row = {"line_id": "1", "dos": "2025-06-02", "payer": "Acme Health", "code": "J1100", "charge": 120.0, "units": 6.0}
    return table(
        CHARGES,
        *({**row, "claim_id": f"C{claim}", "patient_acct": patient} for claim, patient in enumerate(patients, 1)),
    )


@pytest.mark.parametrize("other", [{"dos": "2025-06-03"}, {"provider_npi": "1888888882"}, {"payer": "Blue Harbor"}])
def test_another_day_provider_or_payer_counts_for_itself(other: dict[str, str]) -> None:
    assert told(line(units=6.0), line(units=6.0, **other)) == [NOTHING, NOTHING]


def test_by_the_line_each_line_counts_for_itself() -> None:
    # limit 4 a line: 4 and 4 are 8 of one service, and no line is above
    assert told(line("J1101", 4.0), line("J1101", 4.0)) == [NOTHING, NOTHING]
    # 3 and 5: the second line is above; it is told on the first line of its service
    assert told(line("J1101", 3.0), line("J1101", 5.0)) == [(4, 5.0), NOTHING]


def test_only_what_was_compared_counts() -> None:
    denied = {"paid": 0.0, "allowed": 0.0, "contractual": 0.0, "adjustments": "CO-151:120"}
    assert told(line(units=6.0), {**line(units=6.0, mod1="76"), **denied}) == [NOTHING, NOTHING]
    assert told(line(units=11.0, claim_status="2")) == [NOTHING]
    assert told(line(units=11.0, payer="Nobody")) == [NOTHING]


def test_a_claim_that_was_paid_twice_is_not_twice_the_units() -> None:
    frame = remits([line(units=6.0), line(units=6.0, trace="T2", paid_date="2025-07-20")])
    of = book(contract(), RATES, unit_limits=LIMITS)
    assert check(frame, of).unit_limit.tolist() == [0, 0]


def test_units_of_anesthesia_are_minutes() -> None:
    limits = table(UNIT_LIMITS, {"code": "X0100", "units": 1, "indicator": "2", **SPRING})
    units = table(BASE_UNITS, {"code": "X0100", "base_units": 7.0, "effective": "2025-01-01"})
    assert told(line("X0100", 129.0), limits=limits) == [(1, 129.0)], "nothing says that it is anesthesia"
    assert told(line("X0100", 129.0), limits=limits, base_units=units) == [NOTHING]


def test_no_amount_and_no_finding_changes() -> None:
    lines = line(units=12.0), line("J1101", 5.0), {**line("G0438", 2.0), "allowed": 15.0, "paid": 15.0}
    with_limits, without = found(*lines), found(*lines, limits=None)
    own = ["unit_limit", "limited_units", "limit_indicator"]
    pd.testing.assert_frame_equal(with_limits.drop(columns=own), without.drop(columns=own))
    assert with_limits["unit_limit"].tolist() == [10, 4, 1]
    assert not without[own].to_numpy().any()


def test_an_empty_table_is_silent() -> None:
    assert told(line(units=99.0), limits=empty_frame(UNIT_LIMITS)) == [NOTHING]


def test_a_row_typed_later_stands_for_the_one_of_the_same_quarter() -> None:
    twice = table(
        UNIT_LIMITS,
        {"code": "j1100", "units": 8, "indicator": "3", **SPRING},
        {"code": "J1100", "units": 12, "indicator": "3", **SPRING},
    )
    assert told(line(units=11.0), limits=twice) == [NOTHING]
    assert told(line(units=13.0), limits=twice) == [(12, 13.0)]


def test_batches_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line(units=6.0, claim=1 + place // 2, mod1="76" if place % 2 else "") for place in range(10)]
    whole = found(*lines)
    monkeypatch.setattr(check_module, "BATCH", 4)
    pd.testing.assert_frame_equal(found(*lines), whole)
    assert whole["unit_limit"].tolist() == [10] * 10


def test_against_one_line_at_a_time() -> None:
    """Many lines at once find what a plain reading of the rule finds."""
    chance = np.random.default_rng(8)
    given = [
        line(str(code), float(units), int(claim), dos=str(dos), provider_npi=str(npi), mod1="76")
        for code, units, claim, dos, npi in zip(
            chance.choice(["J1100", "J1101", "G0438", "X0100"], 300),
            chance.integers(1, 8, 300),
            chance.integers(1, 40, 300),
            chance.choice(["2025-03-31", "2025-04-01", "2025-08-01"], 300),
            chance.choice(["1999999984", "1888888882"], 300),
            strict=True,
        )
    ]
    limit = {(row.code, str(row.effective.date())): row for row in LIMITS.itertuples()}
    quarter = {"2025-03-31": "2025-01-01", "2025-04-01": "2025-04-01"}
    expected = []
    for one in given:
        row = limit.get((one["code"], quarter.get(one["dos"], "")))
        together = [one] if row is not None and row.indicator == "1" else [
            other for other in given
            if all(other[name] == one[name] for name in ("code", "claim_id", "dos", "provider_npi"))
        ]  # fmt: skip
        units = sum(other["units"] for other in together)
        expected.append((row.units, units) if row is not None and units > row.units else NOTHING)
    assert told(*given) == expected
    assert 30 < sum(one != NOTHING for one in expected) < 270


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([line(units=12.0)], "As contracted. 12 units; Medicare's limit is 10 a day: for coding to look at."),
        ([line("J1101", 5.0)], "As contracted. 5 units; Medicare's limit is 4 a line: for coding to look at."),
        (
            [line(units=6.0), line(units=6.5, mod1="76")],
            "As contracted. 12.5 units in all; Medicare's limit is 10 a day: for coding to look at.",
        ),
        (
            [{**line(units=12.0), "allowed": 110.0, "paid": 110.0}],
            "Allowed $10.00 less than the contract's $120.00. 12 units; Medicare's limit is 10 a day: for coding to "
            "look at.",
        ),
        ([line(units=10.0)], "As contracted."),
    ],
)
def test_it_is_said_in_words(lines: list[dict[str, Any]], words: str) -> None:
    assert line_words(found(*lines).to_dict("records")[0]) == words


def test_the_report_tells_it_by_payer_and_code() -> None:
    lines = found(
        line(units=12.0, dos="2025-06-03"),
        line(units=14.0, claim=2),
        line("J1101", 5.0, claim=3),
        line("G0438", 2.0, claim=4),
        line("G0438", 1.0, claim=5),
    )
    report = voucher_check.build(lines, AS_DECLARED, REASONS)
    headings = [one.title for one in lists(report)]
    place = headings.index("Units above Medicare's limit")
    assert headings[place - 1] == "Interest owed for late payment"
    assert lists(report)[place].source.body == [
        ("Acme Health", "J1100", 2, date(2025, 6, 2), 14.0, 10, "a day"),
        ("Acme Health", "G0438", 1, date(2025, 6, 2), 2.0, 1, "a day, without exception"),
        ("Acme Health", "J1101", 1, date(2025, 6, 2), 5.0, 4, "a line"),
    ]
    assert lists(report)[place].source.total[2] == 4
    assert lists(voucher_check.build(found(line()), AS_DECLARED, REASONS))[place].source.body == []


def test_the_function_lists_the_claims_for_coding() -> None:
    lines = found(line(units=12.0), line("J1101", 1.0, claim=2), line("G0438", 2.0, claim=3))
    assert [row[1] for row in vouchers_function(lines, REASONS, "units").body] == ["C1", "C3"]
    assert vouchers_function(lines, REASONS).body == []


def test_from_cmss_files_to_the_note(tmp_path: Any) -> None:
    """Two quarters imported, one as a zip; twice changes nothing; a corrected limit says what changed."""
    tables = {name: empty_frame(one) for name, one in TABLES.items()}

    def take(*paths: Any) -> Any:
        brought = bring_in(paths, tables, today=date(2026, 7, 1))
        tables.update(brought.frames)
        return brought

    january = limit_file(tmp_path, "J1100,8,3")
    first = take(january, limit_zip(tmp_path, {APRIL: text("J1100,10,3")}))
    assert [(one.kind, one.added) for one in first.outcomes] == [("Medicare unit limits", 1)] * 2
    assert take(january).outcomes[0].already_there
    lines = [line(units=9.0, dos=dos) for dos in ("2026-03-31", "2026-04-01")]
    terms = {"effective": "2025-01-01"}
    assert told(*lines, limits=tables["unit_limits"], terms=terms) == [(8, 9.0), NOTHING]
    changed = take(limit_file(tmp_path, "J1100,9,3", name="replacement_Practitioner_Eff_01-01-2026.csv"))
    assert [(one.problem, one.value) for one in changed.problems] == [
        ("Unit limits changed: Most units: 8 → 9.", "J1100 2026-01-01")
    ]
    assert told(*lines, limits=tables["unit_limits"], terms=terms) == [NOTHING, NOTHING]
