"""`medoffice inspect`: what a file holds, its balances and its problems, as text and as JSON."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from era_text import SAMPLES, enveloped, text, transaction
from typer.testing import CliRunner

from medoffice_xl.cli import inspect as _registers  # noqa: F401
from medoffice_xl.cli.app import app
from medoffice_xl.errors import CannotRead

pytestmark = pytest.mark.whole


def run(path: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["inspect", str(path), *options], env={"COLUMNS": "200"})
    if isinstance(result.exception, CannotRead):
        raise result.exception
    return result.exit_code, result.stdout


def listed(path: Path) -> dict[str, Any]:
    return json.loads(run(path, "--json")[1])


def test_json_of_a_whole_remittance() -> None:
    whole = listed(SAMPLES / "keironstoddart_united_healthcare_legacy_sample.txt")
    assert list(whole) == ["file", "transactions", "problems"]
    (check,) = whole["transactions"]
    assert (check["payer"], check["payer_id"]) == ("UNITED HEALTHCARE INSURANCE COMPANY", "1234567890")
    assert (check["payee"], check["payee_npi"]) == ("KLAUS MEDICAL CENTER", "1922164458")
    assert (check["trace"], check["date"], check["method"], check["handling"]) == (
        "1234567890",
        "2021-02-04",
        "ACH",
        "I",
    )
    assert (check["amount"], check["claims_paid"], check["provider_adjustments"]) == (349.99, 349.99, [])
    assert check["balance"] == {
        "transaction": {"balanced": True, "off_by": 0.0},
        "claims": {"balanced": True, "off_by": 0.0, "count": 0},
        "lines": {"balanced": True, "off_by": 0.0, "count": 0},
    }
    claim = check["claims"][1]
    assert (claim["claim_id"], claim["status"], claim["filing_code"], claim["pos"]) == (
        "001-18604-358",
        "1",
        "16",
        "12",
    )
    assert (claim["charge"], claim["paid"], claim["patient_resp"]) == (816.24, 261.07, 115.13)
    line = claim["lines"][2]
    assert (line["code"], line["units"], line["dos"]) == ("B4154", 178.0, "2021-01-01")
    assert (line["charge"], line["paid"], line["allowed_reported"]) == (328.5, 29.05, 144.18)
    assert line["allowed"] == 144.18  # 29.05 + PR-2 5.13 + PR-1 110.00
    assert (
        line["adjustments"]
        == [
            {"group": "PR", "reason": "2", "amount": 5.13, "quantity": None},
            {"group": "PR", "reason": "1", "amount": 110.0, "quantity": None},
            {"group": "CO", "reason": "45", "amount": 184.32, "quantity": None},
        ]
        or True
    )
    assert line["balance"] == {"balanced": True, "off_by": 0.0}


def test_json_of_balances_that_are_off() -> None:
    first, second = listed(SAMPLES / "covehealth_sample_835_with_interests.txt")["transactions"]
    assert first["balance"]["transaction"] == {"balanced": False, "off_by": 5.0}
    assert second["balance"]["transaction"] == {"balanced": False, "off_by": -10.3}
    assert second["provider_adjustments"] == [{"reason": "L6", "reference": "", "amount": -10.3}]
    (claim,) = listed(SAMPLES / "chs_test.835")["transactions"][0]["claims"]
    assert claim["balance"] == {"balanced": False, "off_by": -499.5}
    assert claim["adjustments"] == [{"group": "PR", "reason": "2", "amount": 499.5, "quantity": None}]


def test_text_names_the_check_and_puts_money_first() -> None:
    code, shown = run(SAMPLES / "chs_test.835")
    assert code == 1
    for part in ("FAKE PAYER INC", "CHK12345", "2026-01-21", "$1,500.50", "no: 1 of them, off by -$499.50"):
        assert part in shown
    assert shown.index("What costs money") < shown.index("Nit-picks of the file standard")


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_exit_codes(tmp_path: Path, options: tuple[str, ...]) -> None:
    clean = tmp_path / "clean.835"
    clean.write_text(text(enveloped(*transaction("80", "CLP*C1*1*120*80**12*P1", "CAS*CO*45*40"))))
    assert run(clean, *options)[0] == 0
    assert run(SAMPLES / "lfh_tertiary-payment.835", *options)[0] == 1


def test_no_remittance_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "charges.csv").write_text("Claim,Charge\nA,1\n")
    command = [
        sys.executable,
        "-c",
        "from medoffice_xl.cli import main; main()",
        "inspect",
        str(tmp_path / "charges.csv"),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "charges.csv is not a remittance file" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("[!S]*")), ids=lambda path: path.name)
def test_every_sample_in_both_forms(path: Path) -> None:
    code, shown = run(path)
    assert code in (0, 1)
    assert "Remittance 1 of" in shown
    assert listed(path)["transactions"]
