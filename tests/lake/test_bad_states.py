"""A ledger that is not as it should be is told in words, and nothing of it is changed."""

import json
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import narwhals as nw
import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.errors import CannotWrite, LedgerError
from medoffice_xl.lake import make_lake, open_lake
from medoffice_xl.lake.database import told_in_words
from medoffice_xl.lake.manifest import NAME
from medoffice_xl.ledger.rows import fetch_one, take
from medoffice_xl.tables import PAYMENTS

ROWS = payments(("C1", "2026-02-28", 100), ("C2", "2026-03-31", 200))
TESTS = Path(__file__).parent.parent


@pytest.fixture
def ledger(tmp_path):
    make_lake(tmp_path / "ledger").staged({"payments": ROWS}).published()
    return tmp_path / "ledger"


def march(ledger):
    (found,) = ledger.glob("payments/month=2026-03/*.parquet")
    return found


def told(ledger, check=False):
    """What is said of it when its payments are read, or every byte is."""
    with pytest.raises(LedgerError) as caught:
        lake = open_lake(ledger)
        lake.check() if check else lake.frame("payments")
    return str(caught.value)


def test_a_file_that_is_not_there_is_named_with_its_rows_and_month(ledger):
    march(ledger).unlink()
    said = told(ledger)
    assert "lacks the file payments/month=2026-03/" in said
    assert "1 rows of Payments, month 2026-03" in said
    assert "Restore the folder from a backup" in said


def test_duckdb_is_not_asked_for_a_file_that_is_not_there(ledger):
    march(ledger).unlink()
    with pytest.raises(LedgerError, match="lacks the file"):
        open_lake(ledger).shelved("payments").relation()


def test_a_half_written_file_is_told_by_its_length(ledger):
    content = march(ledger).read_bytes()
    march(ledger).write_bytes(content[: len(content) // 2])
    assert f"damaged ({len(content) // 2:,} bytes of {len(content):,})" in told(ledger)


def test_a_file_of_the_right_length_that_is_no_parquet_is_told(ledger):
    march(ledger).write_bytes(b"\0" * march(ledger).stat().st_size)
    assert "no whole Parquet file" in told(ledger)


@pytest.mark.parametrize(
    "spoil",
    [lambda content: b"\0" * len(content),
     lambda content: content[:4] + b"\7" * (len(content) // 2) + content[4 + len(content) // 2 :],
     lambda content: content[:-30],
     lambda content: b""],
)  # fmt: skip
def test_duckdb_tells_of_a_file_that_is_damaged_while_the_ledger_is_open(ledger, spoil):
    rows = open_lake(ledger).shelved("payments").relation()
    march(ledger).write_bytes(spoil(march(ledger).read_bytes()))
    with pytest.raises(LedgerError) as caught, told_in_words():
        fetch_one(take(rows, PAYMENTS, "amount").select(nw.all().sum()))
    assert f"{march(ledger).name} of the ledger {ledger} is damaged" in str(caught.value)
    assert "1 rows of Payments, month 2026-03. Restore the folder from a backup" in str(caught.value)


def test_a_file_that_goes_while_the_ledger_is_open_is_named(ledger):
    rows = open_lake(ledger).shelved("payments").relation()
    gone = march(ledger)
    gone.unlink()
    with pytest.raises(LedgerError) as caught, told_in_words():
        fetch_one(take(rows, PAYMENTS, "amount").select(nw.all().sum()))
    assert f"The ledger {ledger} lacks the file payments/month=2026-03/{gone.name}" in str(caught.value)


def test_one_byte_that_fell_over_is_found_when_every_byte_is_read(ledger):
    content = bytearray(march(ledger).read_bytes())
    content[len(content) // 3] ^= 1
    march(ledger).write_bytes(content)
    assert "other bytes than were written" in told(ledger, check=True)


def test_a_whole_ledger_passes(ledger):
    open_lake(ledger).check()


@pytest.mark.parametrize("key", ["schema", "format"])
def test_another_version_is_told(ledger, key):
    manifest = json.loads((ledger / NAME).read_text())
    (ledger / NAME).write_text(json.dumps(manifest | {key: "77"}))
    assert "made by another version of medoffice_xl" in told(ledger)


@pytest.mark.parametrize(
    "spoil",
    [lambda text: text[:-20], lambda text: "[]", lambda text: "", lambda text: text.replace('"rows": 1', '"lines": 1'),
     lambda text: text.replace('"digest": "', '"digest": "0')],
)  # fmt: skip
def test_a_damaged_manifest_is_told(ledger, spoil):
    (ledger / NAME).write_text(spoil((ledger / NAME).read_text()))
    assert f"The file {NAME} of the ledger" in told(ledger)


def test_a_ledger_that_was_moved_is_told_with_what_to_do(ledger):
    shutil.move(ledger, ledger.with_name("elsewhere"))
    assert "moved, renamed, or its drive is not connected" in told(ledger)
    assert "--at FOLDER" in told(ledger)
    assert_frame_equal(open_lake(ledger.with_name("elsewhere")).frame("payments"), ROWS)


def test_a_folder_without_a_manifest_is_no_ledger(ledger):
    (ledger / NAME).unlink()
    assert "is no ledger: it has no file ledger.json" in told(ledger)


def test_a_copy_of_the_folder_is_a_ledger(ledger, tmp_path):
    shutil.copytree(ledger, tmp_path / "backup")
    assert_frame_equal(open_lake(tmp_path / "backup").frame("payments"), ROWS)


def test_a_disk_that_is_full_leaves_the_ledger_as_it_was(ledger):
    """No file may grow beyond 1,000 bytes, as on a disk with no more room: the system itself refuses the write."""
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
        with pytest.raises(CannotWrite, match="there is no room for a file of its size"):
            open_lake(ledger).staged({"payments": payments(("C1", "2026-03-31", 1))}).published()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert_frame_equal(open_lake(ledger).frame("payments"), ROWS)
    open_lake(ledger).check()
    assert not list(ledger.rglob("*.tmp"))


WRITER = """
import sys
from rows_of_a_ledger import payments
from medoffice_xl.lake import open_lake
from pathlib import Path

months = [f"2026-{month:02}-15" for month in range(1, 13)]
state = int(sys.argv[2])
while True:
    state += 1
    rows = payments(*((f"C{place}", day, state) for place, day in enumerate(months)))
    open_lake(Path(sys.argv[1])).staged({"payments": rows}).published()
    print(state, flush=True)
"""


@pytest.mark.whole
def test_a_run_that_is_killed_at_any_moment_leaves_one_whole_state(ledger):
    """Twelve months are all of one state, which is the last that was told, or the one after it, whole."""
    last = 0
    for kill in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(ledger), str(last)], stdout=subprocess.PIPE, cwd=TESTS, text=True
        )
        assert writer.stdout is not None
        seen = int(writer.stdout.readline())
        time.sleep(0.007 * kill)
        writer.kill()
        told_last = [int(line) for line in writer.stdout.read().split()]
        writer.wait()
        lake = open_lake(ledger)
        lake.check()
        amounts = set(lake.frame("payments")["amount"])
        assert len(amounts) == 1
        last = amounts.pop()
        assert last - max([seen, *told_last]) in (0, 1)
    open_lake(ledger).staged({"payments": ROWS}).published()
    assert not list(ledger.rglob("*.tmp"))
