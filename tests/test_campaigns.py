"""The campaigns find what they look for; a few of their files are tried here, the many by `make fuzz`."""

import dataclasses
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from campaigns.fuzz import trial
from campaigns.fuzz.mutations import mutated
from campaigns.fuzz.seeds import as_they_come, originals, seeds
from campaigns.fuzz.trial import tried
from campaigns.fuzz.worker import made, trials
from campaigns.kills.practice import leavings, state
from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.recognise import kinds as known
from medoffice_xl.readers.recognise import read_file

SEED = 20261126
CASES = Path(__file__).parent / "cases"


@pytest.mark.whole
def test_files_made_at_random_are_read_or_refused_in_words() -> None:
    verdicts = [told for told in trials(range(300), SEED) if "number" in told]
    assert [told for told in verdicts if told["fault"]] == []
    assert len(verdicts) == 300
    assert sum(bool(told["kind"]) for told in verdicts) > 30, "nothing is tested where everything is refused"


@pytest.mark.whole
def test_there_is_a_good_file_for_every_reader(tmp_path: Path) -> None:
    kinds = set()
    for seed in as_they_come():
        path = tmp_path / seed.name
        path.write_bytes(seed.data)
        try:
            kinds.add(read_file(path, payer="Acme", effective=trial.TODAY).kind)
        except CannotRead:
            continue
    assert kinds == set(known())


def test_a_number_is_always_the_same_file() -> None:
    good = originals()
    assert made(5, SEED, good) == made(5, SEED, good)
    assert len({made(number, SEED, good).data for number in range(20)}) > 15


def test_a_zip_is_changed_inside(tmp_path: Path) -> None:
    zipped = next(seed.data for seed in seeds() if seed.name.endswith(".xlsx"))
    changed = {mutated(random.Random(number), zipped, [b"other"]) for number in range(40)}
    still = [data for data in changed if data.startswith(b"PK") and zipfile.is_zipfile(BytesIO(data))]
    assert len(still) > 15


@pytest.fixture
def remittance(tmp_path: Path) -> Path:
    path = tmp_path / "a.835"
    path.write_bytes(b"ST*835*1~BPR*I*5*C*ACH~TRN*1*9*1~N1*PR*ACME~CLP*1*1*5*5**12*7~SVC*HC:X1*5*5~SE*7*1~")
    return path


def test_a_good_file_has_no_fault_and_its_segments_are_counted(remittance: Path) -> None:
    verdict = tried(remittance, wholly=True)
    assert (verdict.fault, verdict.kind, verdict.segments) == ("", "835", 7)


@pytest.mark.parametrize("error", [KeyError("x"), MemoryError(), RecursionError()])
def test_an_exception_that_is_not_ours_is_found(
    remittance: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(trial, "read_file", fails)
    assert tried(remittance, wholly=False).fault.startswith(type(error).__name__)


def test_a_lost_segment_and_lost_money_are_found(remittance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interpret = trial.interpret

    def loses(path: Path) -> object:
        found = interpret(path)
        return dataclasses.replace(found, coverage=dataclasses.replace(found.coverage, used=found.coverage.used - 1))

    with monkeypatch.context() as patched:
        patched.setattr(trial, "interpret", loses)
        assert "segments are lost" in tried(remittance, wholly=False).fault
    reading = read_file(remittance)
    reading.tables["remittances"]["claims_paid"] += 1
    monkeypatch.setattr(trial, "read_file", lambda *_, **__: reading)
    assert "the lines add up to 500 cents, the checks to 501" in tried(remittance, wholly=False).fault


def test_what_hangs_is_found(remittance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SLOW", 0.0)
    assert tried(remittance, wholly=False).fault.startswith("hangs")


def test_what_a_kill_leaves_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".medoffice-0123456789abcdef.lock").touch()
    (tmp_path / "report.xlsx").write_bytes(b"PK\x03\x04 half a file")
    assert leavings(tmp_path) == [".medoffice-0123456789abcdef.lock"]
    with pytest.raises(zipfile.BadZipFile):
        state(tmp_path)
