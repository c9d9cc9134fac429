"""`medoffice rate`: the amount alone on the first line, to the cent."""

from pathlib import Path

import pytest
from mpfs_files import GPCI_2025, RVU_2025, file_2026
from typer.testing import CliRunner

from medoffice_xl.cli import rate as _registers  # noqa: F401
from medoffice_xl.cli.app import app
from medoffice_xl.errors import MedOfficeError

pytestmark = pytest.mark.whole

FILES = ["--rvu", str(RVU_2025), "--gpci", str(GPCI_2025)]


def first_line(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["rate", *arguments], catch_exceptions=False)
    return result.stdout.splitlines()[0]


def test_national_and_local_amounts() -> None:
    # CMS RVU25D, computed from the official files
    assert first_line("G0438", *FILES) == "160.44"
    assert first_line("G0402", *FILES, "--locality", "1112-5", "--setting", "F") == "145.67"


def test_component() -> None:
    # 0.33 RVU × 32.3465 = 10.674345
    assert first_line("G0130", *FILES, "--modifier", "26") == "10.67"


def test_two_factors_of_2026(tmp_path: Path) -> None:
    # 5.22 × 33.4009 = 174.352698; 5.22 × 33.5675 = 175.22235
    plain = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    qualified = file_2026(tmp_path, "PPRRVU2026_Jul_QPP.csv", "33.5675")
    assert first_line("G0438", "--rvu", str(plain)) == "174.35"
    assert first_line("G0438", "--rvu", str(plain), "--dos", "07/15/2026") == "174.35"
    assert first_line("G0438", "--rvu", str(qualified), "--qp", "--dos", "2026-07-15") == "175.22"


@pytest.mark.parametrize(("day", "amount"), [("2024-03-08", "170.92"), ("2024-03-09", "173.76")])
def test_the_factor_that_changed_in_march_2024(tmp_path: Path, day: str, amount: str) -> None:
    # 5.22 × 32.7442 = 170.924724 up to 8 March, 5.22 × 33.2875 = 173.76075 from 9 March
    path = file_2026(tmp_path, "PPRRVU2024_Jan.csv", "32.7442", "January", 2024)
    assert first_line("G0438", "--rvu", str(path), "--dos", day) == amount


def test_the_trail_shows_every_step() -> None:
    result = CliRunner().invoke(app, ["rate", "G0438", *FILES, "--locality", "10112-00"])
    for part in ("Work RVU: 2.6", "Practice expense GPCI: 0.869", "32.3465", "148.9168167", "ALABAMA"):
        assert part in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["GX438"], "not in the Medicare file"),
        (["A0021"], "status is I"),
        (["G0438", "--modifier", "TC"], "no row for modifier TC"),
        (["G0438", "--locality", "10112-99"], "10112-00"),
        (["G0438", "--dos", "2023-01-01"], "No relative values of 2023"),
        (["G0438", "--dos", "soon"], "no date"),
        (["G0438", "--setting", "X"], "setting"),
    ],
)
def test_what_cannot_be_answered_is_said(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["rate", arguments[0], *FILES, *arguments[1:]])
    assert isinstance(result.exception, MedOfficeError)
    assert said in str(result.exception)


def test_an_unknown_code_names_its_neighbours() -> None:
    result = CliRunner().invoke(app, ["rate", "G043", *FILES])
    assert "G0438" in str(result.exception)
