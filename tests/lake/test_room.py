"""What does not fit into memory goes on the disk, into a folder of the process, which is gone with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from medoffice_xl.errors import LedgerError
from medoffice_xl.files.lock import only_writer
from medoffice_xl.lake.database import connection, told_in_words
from medoffice_xl.lake.room import HELD, clear_rooms, own_room

LARGE = "CREATE OR REPLACE TEMP TABLE large AS SELECT i, hash(i) AS h, 'claim ' || i AS name FROM range(3000000) t(i)"
"""Three million rows of 8 + 8 + 16 bytes and their texts: about 100 MB."""

SPILLS = f"""
import sys
from medoffice_xl.lake.database import connection
from medoffice_xl.lake.room import own_room
connection().execute("SET memory_limit = '60MB'")
connection().execute("{LARGE}")
print(connection().sql("SELECT count(*), sum(i) FROM large").fetchall()[0])
print(own_room(), sum(path.stat().st_size for path in own_room().glob("duckdb_temp*")), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def spilling(tmp_path):
    """A process that has rows on the disk, and what it said: its answer, and its room with the bytes in it."""
    process = subprocess.Popen(
        [sys.executable, "-c", SPILLS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    answer = process.stdout.readline().strip()
    room, size = process.stdout.readline().split()
    yield process, answer, Path(room), int(size)
    process.kill()
    process.wait()


def test_rows_on_the_disk_answer_as_those_in_memory_and_go_with_the_process(spilling, tmp_path):
    process, answer, room, size = spilling
    # 0 + 1 + … + 2,999,999 = 3,000,000 × 2,999,999 ÷ 2
    assert answer == "(3000000, 4499998500000)"
    assert size > 10_000_000
    process.communicate("\n")
    assert process.returncode == 0
    assert not room.exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="folders there belong to their user by where they are")
def test_nobody_else_looks_into_the_room():
    assert own_room().stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_a_killed_run_left_goes_later(spilling, tmp_path):
    process, _, room, _ = spilling
    long_ago = time.time() - 86_400
    os.utime(room, (long_ago, long_ago))
    clear_rooms(tmp_path)
    assert list(room.glob("duckdb_temp*"))  # it lives, however old it is
    process.send_signal(signal.SIGKILL)
    process.wait()
    clear_rooms(tmp_path)
    assert not room.exists()


def test_a_room_that_was_just_made_stays(tmp_path):
    room = tmp_path / "medoffice-ledger-new"
    room.mkdir()
    clear_rooms(tmp_path)
    assert room.exists()
    with only_writer(room / HELD):
        pass


def test_no_room_on_the_disk_is_told_in_words():
    before = {name: connection().sql(f"SELECT current_setting('{name}')").fetchall()[0][0] for name in
              ("memory_limit", "max_temp_directory_size")}  # fmt: skip
    connection().execute("SET memory_limit = '60MB'; SET max_temp_directory_size = '1MB'")
    try:
        with pytest.raises(LedgerError, match="goes on the disk") as caught, told_in_words():
            connection().execute(LARGE)
    finally:
        for name, value in before.items():
            connection().execute(f"SET {name} = '{value}'")
    assert str(own_room().parent) in str(caught.value)
    assert "Make room on that disk" in str(caught.value)


def test_a_fault_of_another_kind_stays_what_it_is():
    with pytest.raises(Exception, match="no_such_table"), told_in_words():
        connection().execute("SELECT * FROM no_such_table")


@pytest.mark.parametrize("asked", ["SELECT regexp_matches('a', '(x')", "SELECT error('ours')"])
def test_a_question_that_was_wrong_is_no_fault_of_a_file(asked):
    with pytest.raises(duckdb.Error), told_in_words():
        connection().sql(asked).fetchall()


def test_nothing_but_the_answer_is_printed():
    """Python that runs a text, as Excel starts it, counts as a terminal, where a long question shows its progress."""
    asked = (
        "from medoffice_xl.lake.database import connection\nprint(connection().sql(\"SELECT current_setting('{}')\"))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked.format("enable_progress_bar")], capture_output=True, text=True, check=True
    ).stdout
    assert "false" in said
