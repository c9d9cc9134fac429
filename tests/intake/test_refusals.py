"""Whatever a reader or the intake raises is the refusal of one file, and tells where it happened without contents."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from medoffice_xl.errors import NoData
from medoffice_xl.intake import refusals
from medoffice_xl.intake.files import bring_in
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.tables import TABLES, empty_frame

TODAY = date(2026, 11, 1)
SECRET = "Jane Doe 1961-02-03"


class PanicException(BaseException):
    """As libraries written in Rust name theirs."""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "medoffice_xl" / "errors.log"


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    return {name: empty_frame(table) for name, table in TABLES.items()}


def exports(folder: Path, *claims: str) -> list[Path]:
    paths = []
    for claim in claims:
        path = folder / f"{claim}.csv"
        text = "Claim ID,Service Date,Primary Insurance,HCPCS Code,Charge Amount\n" + f"{claim},1/2/2026,Acme,X1,1.00\n"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize("error", [KeyError, RecursionError, PanicException, AssertionError])
def test_what_a_reader_raises_refuses_its_file_alone(
    tmp_path: Path, tables: dict[str, pd.DataFrame], log: Path, error: type[BaseException]
) -> None:
    paths = exports(tmp_path, "A", "B", "C")

    def read(path: Path) -> Reading:
        if path.stem == "B":
            raise error(SECRET)
        return read_file(path)

    brought = bring_in(paths, tables, today=TODAY, read=read)
    assert [bool(outcome.refused) for outcome in brought.outcomes] == [False, True, False]
    assert sorted(brought.frames["charges"]["claim_id"]) == ["A", "C"]
    refused, written = brought.outcomes[1].refused, log.read_text(encoding="utf-8")
    assert f"({error.__name__} in files.py, line " in refused
    assert str(log) in refused
    assert "reading a file .csv of " in written
    assert SECRET not in refused + written
    assert "B.csv" not in written


def test_a_file_that_needs_more_memory_than_there_is(tmp_path: Path, tables: dict[str, pd.DataFrame]) -> None:
    def read(path: Path) -> Reading:
        raise MemoryError

    brought = bring_in(exports(tmp_path, "A"), tables, today=TODAY, read=read)
    assert "Export it in parts" in brought.outcomes[0].refused


def test_an_end_by_the_user_is_no_refusal(tmp_path: Path, tables: dict[str, pd.DataFrame]) -> None:
    def read(path: Path) -> Reading:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(exports(tmp_path, "A"), tables, today=TODAY, read=read)


@pytest.mark.parametrize("bad", [set(), {"A"}, {"C"}, {"B", "E"}, set("ABCDE")])
def test_what_cannot_be_taken_in_is_found_among_many(
    tmp_path: Path, tables: dict[str, pd.DataFrame], log: Path, monkeypatch: pytest.MonkeyPatch, bad: set[str]
) -> None:
    def breaks(readings, current, **more):
        if any(Path(reading.file).stem in bad for reading, _ in readings):
            raise NoData(SECRET) if len(bad) == 1 else ZeroDivisionError(SECRET)
        return take_in_all(readings, current, **more)

    monkeypatch.setattr(refusals, "take_in_all", breaks)
    brought = bring_in(exports(tmp_path, *"ABCDE"), tables, today=TODAY)
    assert {Path(outcome.file).stem for outcome in brought.outcomes if outcome.refused} == bad
    assert len(brought.outcomes) == 5
    came_in = set(brought.frames["charges"]["claim_id"]) if brought.frames else set()
    assert came_in == set("ABCDE") - bad
    if len(bad) > 1:
        assert SECRET not in log.read_text(encoding="utf-8")
        assert "taking in 1 rows of charges" in log.read_text(encoding="utf-8")
