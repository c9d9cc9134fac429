"""A workbook and its ledger written while, step by step, the run is killed, the disk full or its drive gone.

The step is found by an audit hook, which sees every file that Python opens to write, renames or removes: there the run
is killed by a signal, or the call fails as the system fails it.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import traceback
from itertools import count
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.book import open_book
from medoffice_xl.book.beside import move_out
from medoffice_xl.book.master import copy_master
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.lake import open_lake

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each step is tried in a fork of one process"),
]

BEFORE = payments(("C1", "2026-01-31", 100), ("C2", "2026-02-28", 200))
AFTER = payments(("C1", "2026-01-31", 100), ("C2", "2026-02-28", 250), ("C3", "2026-03-31", 300))
BOOK = "PracticeManager.xlsm"
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}
_LOOKS = {"os.listdir", "os.scandir"}


def writes(event, arguments):
    """Whether this is a step that changes something on the disk."""
    return event in _CHANGES or (event == "open" and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR)))


def touches(event, arguments):
    """Whether this is a step that needs the drive at all."""
    return event in _LOOKS or event == "open" or event in _CHANGES


def is_killed(at_step):
    if at_step == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def finds_the_disk_full(at_step):
    if at_step == 0:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def finds_the_drive_gone(at_step):
    if at_step >= 0:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


WAYS = {each.__name__: (each, steps) for each, steps in
        [(is_killed, writes), (finds_the_disk_full, writes), (finds_the_drive_gone, touches)]}  # fmt: skip
EVERY = {"is_killed": 1, "finds_the_disk_full": 1, "finds_the_drive_gone": 5}
"""Every such step is tried."""

ENDED_BEFORE_THE_STEP = 7


def saved_with_trouble(book, place, step, way):
    """In a process of its own: write the payments, with trouble at this step; ends the process."""
    trouble, counts = WAYS[way]
    seen = 0

    def hook(event, arguments):
        nonlocal seen
        if seen >= 0 and touches(event, arguments) and counts(event, arguments) and str(arguments[0]).startswith(place):
            seen += 1
            trouble(seen - step)

    sys.addaudithook(hook)
    said = ""
    try:
        book.write({"payments": AFTER})
        book.save()
    except MedOfficeError as error:
        said = str(error)
    except BaseException as error:
        said = f"FAULT: {''.join(traceback.format_exception(error))}"
    reached, seen = seen >= step, -1
    Path(place).with_name(f"said {step}").write_text(said)
    os._exit(0 if reached else ENDED_BEFORE_THE_STEP)


def try_every_step(folder, way):
    """Leave a folder a step as the run of that step left it, until a run ends without coming so far."""
    book = open_book(folder / "place" / BOOK)
    for step in count(1, EVERY[way]):
        child = os.fork()
        if not child:
            saved_with_trouble(book, str(folder / "place"), step, way)
        _, status = os.waitpid(child, 0)
        (folder / "place").rename(folder / f"left {step}")
        shutil.copytree(folder / "kept", folder / "place")
        ended = os.waitstatus_to_exitcode(status)
        print(step, ended, flush=True)
        if ended == ENDED_BEFORE_THE_STEP:
            return


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "place").mkdir()
    book = open_book(copy_master(tmp_path / "place"))
    assert book.path.name == BOOK
    book.write({"payments": BEFORE})
    move_out(book, tmp_path / "place" / "ledger")
    book.save()
    shutil.copytree(tmp_path / "place", tmp_path / "kept")
    return tmp_path


def is_state(place, rows):
    found = open_lake(place / "ledger").frame("payments")
    return found.equals(rows)


def contents(place):
    return {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("way", WAYS)
def test_ledger_and_workbook_are_whole_whatever_happens_at_whichever_step(folder, way):
    run = f"from test_write_steps import *; try_every_step(Path({str(folder)!r}), {way!r})"
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    told = subprocess.run(
        [sys.executable, "-c", run],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert not told.stderr, told.stderr
    steps = [tuple(map(int, line.split())) for line in told.stdout.splitlines()]
    assert len(steps) > 20 / EVERY[way]
    assert {ended for _, ended in steps[:-1]} == {-signal.SIGKILL if way == "is_killed" else 0}
    place, kept, seen = folder / "place", contents(folder / "kept"), []
    for step, _ in steps:
        shutil.rmtree(place)
        (folder / f"left {step}").rename(place)
        said = folder / f"said {step}"
        words = said.read_text() if said.exists() else ""
        assert not words.startswith("FAULT"), words
        open_lake(place / "ledger").check()
        was_published, was_saved = is_state(place, AFTER), (place / BOOK).read_bytes() != kept[Path(BOOK)]
        assert was_published or is_state(place, BEFORE), step
        assert was_published or not was_saved, step
        if way != "is_killed":
            assert bool(words) != was_saved, (step, words)
        if way == "finds_the_disk_full" and words:
            assert "the disk is full" in words, step
            assert {path: content for path, content in contents(place).items() if path in kept} == kept, step
            assert not was_published, step
        if (left := contents(place)) in seen:
            continue
        seen.append(left)
        book = open_book(place / BOOK)
        assert_frame_equal(book.read("payments"), AFTER if was_published else BEFORE)
        book.write({"payments": AFTER})
        book.save()
        assert_frame_equal(open_book(place / BOOK).read("payments"), AFTER)
        assert not [path for path in contents(place) if path.suffix == ".tmp"], step
