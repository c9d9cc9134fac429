"""What is written of a fault: where and of what kind, and nothing of what was read."""

from pathlib import Path

import pytest

from medoffice_xl.files.fault_log import MOST_BYTES, in_short, is_fault, kind_and_size, log_folder, write_down


class PanicException(BaseException):
    """As libraries written in Rust name theirs."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


def raised() -> Exception:
    try:
        try:
            int("Jane Doe, 1961-02-03")
        except ValueError as error:
            raise KeyError("MRN 1234567") from error
    except KeyError as error:
        return error


def test_it_says_where_and_what_and_quotes_nothing() -> None:
    text = write_down(raised(), "Reading a file .csv of 12 bytes").read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in raised" in text
    assert "medoffice_xl" in text.splitlines()[0]
    assert "pandas" in text.splitlines()[0]
    for secret in ("Jane", "1961", "MRN", "1234567", str(Path(__file__).parent)):
        assert secret not in text


def test_in_short_names_kind_and_place() -> None:
    assert in_short(raised()).startswith("KeyError in test_fault_log.py, line ")


def test_a_file_is_told_by_ending_and_size(tmp_path: Path) -> None:
    path = tmp_path / "Jane Doe.csv"
    path.write_bytes(b"12")
    assert kind_and_size(path) == "a file .csv of 2 bytes"
    path = path.rename(tmp_path / "letter.Jane Doe 1961")
    assert kind_and_size(path) == "a file without an ending of 2 bytes"
    assert kind_and_size(tmp_path / "none.835") == "a file that cannot be asked for its size"


def test_a_long_log_gives_way(home: Path) -> None:
    log = write_down(raised(), "something")
    log.write_bytes(b"x" * (MOST_BYTES + 1))
    assert write_down(raised(), "something").stat().st_size < MOST_BYTES
    assert log.with_suffix(".old.log").exists()


def test_where_no_log_can_be_written_nothing_breaks(home: Path) -> None:
    (home / "medoffice_xl").write_text("a file")
    assert write_down(raised(), "something").parent == log_folder()


def test_what_counts_as_a_fault() -> None:
    assert is_fault(MemoryError())
    assert is_fault(PanicException())
    assert not is_fault(KeyboardInterrupt())
    assert not is_fault(SystemExit())
