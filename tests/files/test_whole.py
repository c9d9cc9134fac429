"""A file is written whole or not at all; what a killed run left is cleared by the next; places that cannot be."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from another_user import told_as_nobody

from medoffice_xl.errors import CannotWrite, InUse, MedOfficeError
from medoffice_xl.files.lock import clear_leavings, only_writer, passing_name
from medoffice_xl.files.whole import make_folder, put_in_place, write_whole

HOLD = """
import sys, time
from pathlib import Path
from medoffice_xl.files.whole import put_in_place
def slowly(stream):
    stream.write(b"half")
    stream.flush()
    print("writing", flush=True)
    time.sleep(60)
put_in_place(Path(sys.argv[1]), slowly)
"""


def killed_while_writing(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        with pytest.raises(InUse, match="Wait until it is done"):
            write_whole(path, b"mine")
        clear_leavings(path.parent)
        assert len(list(path.parent.glob(".medoffice-*"))) == 2, "what a living run writes is no leaving"
        writer.send_signal(signal.SIGKILL)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_a_killed_run_leaves_what_the_next_one_clears(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"old")
    killed_while_writing(path)
    assert path.read_bytes() == b"old"
    assert len(names(tmp_path)) == 3
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == {"report.xlsx"}
    killed_while_writing(path)
    write_whole(tmp_path / "other.xlsx", b"other")
    assert names(tmp_path) == {"report.xlsx", "other.xlsx"}


def test_clearing_takes_nothing_that_is_not_ours(tmp_path: Path) -> None:
    theirs = {".medoffice-demo", ".medoffice-demo.lock", "a.tmp", ".medoffice-0123456789abcdef.txt", ".~lock.b.xlsm#"}
    for name in theirs:
        (tmp_path / name).touch()
    (tmp_path / f"{passing_name(Path('a.xlsx'))}-0f.tmp").touch()
    clear_leavings(tmp_path)
    assert names(tmp_path) == theirs


def test_the_writer_stays_the_writer_and_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with only_writer(path), only_writer(path):
        put_in_place(path, lambda stream: stream.write(b"1"))
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == {"a"}
    with only_writer(path):
        pass


def test_what_fails_leaves_the_former_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(stream: IO[bytes]) -> None:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="space"):
        put_in_place(path, fail)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
def test_a_full_disk_is_told_and_leaves_the_former_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    script = (
        "import resource, signal, sys; from pathlib import Path; from medoffice_xl.files.whole import write_whole;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "write_whole(Path(sys.argv[1]), bytes(100_000))"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert "no room for a file of its size" in run.stderr
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"a"}


def test_permissions_pass_on_and_new_files_are_as_this_users_files(tmp_path: Path) -> None:
    new, old, own = tmp_path / "new", tmp_path / "old", tmp_path / "own"
    own.write_bytes(b"")
    old.write_bytes(b"")
    old.chmod(0o640)
    write_whole(new, b"1")
    write_whole(old, b"1")
    assert new.stat().st_mode == own.stat().st_mode
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "folder" / "link"
    real.write_bytes(b"old")
    link.parent.mkdir()
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_long_names_have_room_for_a_passing_one(tmp_path: Path) -> None:
    for name in ("x" * 250 + ".docx", "ü" * 127):
        write_whole(tmp_path / name, b"1")
        assert (tmp_path / name).read_bytes() == b"1"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file/report.xlsx", "a file stands where a folder should be"),
        ("folder", "a folder stands where the file should be"),
        ("none/report.xlsx", "the folder or drive is not there"),
        ("x" * 300, "its name is too long"),
    ],
)
def test_places_where_nothing_can_be_written(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file").write_text("a file")
    (tmp_path / "folder").mkdir()
    before = names(tmp_path)
    with pytest.raises(CannotWrite, match=said):
        write_whole(tmp_path / place, b"1")
    assert names(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "file/deeper", "x" * 300])
def test_folders_that_cannot_be_made(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(CannotWrite, match="cannot be made"):
        make_folder(tmp_path / place)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="to be another user one has to be root")
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_of_somebody_else(tmp_path: Path, mode: int) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    theirs.chmod(mode)
    said = told_as_nobody(lambda: write_whole(theirs / "a", b"1"))
    assert said.startswith("CannotWrite")
    assert "access to it is denied" in said
    assert list(theirs.iterdir()) == []


def test_every_refusal_is_of_our_family() -> None:
    assert issubclass(InUse, CannotWrite)
    assert issubclass(CannotWrite, MedOfficeError)
