"""`medoffice ask`: formulas answered against a workbook that nobody has open."""

import json
from pathlib import Path

import pytest
from acme_practice import TODAY, tables
from practice_tables import charges, payments
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.app import load_commands
from medoffice_xl.errors import BadArgument

pytestmark = pytest.mark.whole

app = load_commands()

# Charged 300.00 and 100.00, paid 120.00: 280.00 owed. Claim C1 of Acme Health was allowed 10.00 too little.
CHARGED = charges(
    {"claim_id": "C1", "dos": "2025-06-02", "charge": 300, "payer": "Acme Health", "code": "X1001"},
    {"claim_id": "C2", "dos": "2025-06-20", "charge": 100, "payer": "Best, Inc."},
)
PAID = payments({"claim_id": "C1", "post_date": "2025-06-20", "amount": 120, "payer": "Acme Health"})


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    made = open_book(copy_master(tmp_path_factory.mktemp("practice")))
    made.write({**tables(), "charges": CHARGED, "payments": PAID})
    made.set_setting("AsOf", TODAY)
    made.save()
    return made.path


def ask(book: Path, *words: str):
    return CliRunner().invoke(app, ["ask", str(book), *words])


def test_one_value_a_line_in_their_order(book: Path) -> None:
    before = book.read_bytes()
    result = ask(
        book, "=AR_TOTAL(Practice,AsOf)", "UNDERPAID(Practice)", "=1/4", '="a, b"', "=AR_TOTAL(Practice,AsOf)>1"
    )
    assert result.stdout == '280\n10\n0.25\n"a, b"\nTrue\n'
    assert result.exit_code == 0
    assert book.read_bytes() == before


def test_a_list_is_rows_of_csv(book: Path) -> None:
    result = ask(
        book, "=AR_AGING(Practice,AsOf)", "=ROWS(AR_AGING(Practice,AsOf))", "=CONTRACT_CALENDAR(Pricing,AsOf,120)"
    )
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Payer,0-30,31-60,")
    assert lines[1].startswith("Acme Health,180,")
    assert lines[2].startswith('"Best, Inc.",100,')
    assert lines[4] == "4"


def test_an_error_is_shown_and_its_reason_told(book: Path) -> None:
    result = ask(book, "=AR_DAYS(Practice,DATE(2020,1,1))", "=NOT_OURS(1)", "=1/0")
    assert result.exit_code == 1
    assert result.stdout == "#N/A\n#NAME?\n#DIV/0!\n"
    assert "=AR_DAYS(Practice,DATE(2020,1,1)) shows #N/A: Nothing was charged from" in result.stderr
    assert "=NOT_OURS(1) shows #NAME?: A function or name" in result.stderr


@pytest.mark.parametrize("formula", ["=AR_TOTAL(Practice,", "=1+", "=)", ""])
def test_a_formula_that_cannot_be_read_is_refused(book: Path, formula: str) -> None:
    result = ask(book, formula)
    assert isinstance(result.exception, BadArgument)
    assert "cannot be read" in str(result.exception)


def test_the_parts_of_each_figure(book: Path) -> None:
    result = ask(book, "=ROUND(AR_TOTAL(Practice,AsOf),0)", "=1+1", "--explain")
    lines = result.stdout.splitlines()
    assert lines[0] == "280"
    assert "  Owed on open claims: $280.00" in lines
    assert lines[-1] == "2"


def test_json(book: Path) -> None:
    formulas = [
        "=UNDERPAID(Practice)",
        "=AR_AGING(Practice,AsOf,0)",
        "=AR_TOTAL(PRACTICE(\"charges\",Charges),AsOf)",
        '=AR_TOTAL(PRACTICE("charges",tblCharges[#All],"payments",Payments),AsOf)',
    ]  # fmt: skip
    result = ask(book, *formulas, "--json", "--explain")
    underpaid, ageing, failed, own = json.loads(result.stdout)
    assert (underpaid["formula"], underpaid["value"]) == (formulas[0], 10.0)
    assert {"label": "Underpaid", "value": 10.0, "unit": "$"} in underpaid["explanation"]
    assert [row[0] for row in ageing["rows"]] == ["Payer", "Acme Health", "Best, Inc.", "Total"]
    assert failed["error"] == "#N/A"
    assert "has no table Payments" in failed["reason"]
    assert "value" not in failed
    assert own["value"] == 280.0


def test_the_same_answers_in_any_order(book: Path) -> None:
    asked = [
        "=UNDERPAID(Practice)",
        '=FEE_EXPECTED(Pricing,"Acme Health","X1001","",1,DATE(2025,6,2),"11",300)',
        '=UNDERPAID(PRACTICE(Practice,"fee_schedules",tblFeeSchedules[#Headers]))',
    ]
    there = ask(book, *asked).stdout.splitlines()
    back = ask(book, *reversed(asked)).stdout.splitlines()
    assert there == back[::-1] == ["10", "100", "#N/A"]
