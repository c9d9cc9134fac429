"""A workbook that cannot be used is said so, and stays as it was."""

import errno
import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from small_book import build, raw_entries

from medoffice_xl.book import edit_book, open_book
from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError, BookInUse, BookReadOnly, BookVersion


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return build(tmp_path / "b.xlsm", only=("payers",))


def test_no_file_a_folder_and_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="There is no workbook"):
        open_book(tmp_path / "none.xlsm")
    with pytest.raises(BookError, match="is a folder"):
        open_book(tmp_path)
    (tmp_path / "text.xlsm").write_text("claim,amount\n")
    with pytest.raises(BookError, match="is not an Excel workbook"):
        open_book(tmp_path / "text.xlsm")
    with zipfile.ZipFile(tmp_path / "other.xlsm", "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    with pytest.raises(BookError, match="is not an Excel workbook"):
        open_book(tmp_path / "other.xlsm")


@pytest.mark.parametrize(("version", "said"), [(None, "not a Practice Manager workbook"), ("0", "another version")])
def test_a_workbook_of_another_version(tmp_path: Path, version: str | None, said: str) -> None:
    with pytest.raises(BookVersion, match=said):
        open_book(build(tmp_path / "b.xlsm", version=version, only=("payers",)))


@pytest.mark.parametrize(("owner", "program"), [("~$b.xlsm", "Excel"), (".~lock.b.xlsm#", "LibreOffice")])
def test_a_workbook_that_is_open_elsewhere(path: Path, owner: str, program: str) -> None:
    path.with_name(owner).write_text("someone")
    with pytest.raises(BookInUse, match=program):
        open_book(path)


def test_opened_elsewhere_between_reading_and_saving(path: Path) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    before = path.read_bytes()
    path.with_name("~$b.xlsm").write_text("someone")
    with pytest.raises(BookInUse):
        book.save()
    assert path.read_bytes() == before


def test_changed_elsewhere_between_reading_and_saving(path: Path) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    status, data = path.stat(), bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(BookInUse, match="changed by another program"):
        book.save()
    assert path.read_bytes() == data


def test_a_file_that_was_only_touched_is_saved(path: Path) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    os.utime(path, ns=(1, 1))
    book.save()
    assert open_book(path).setting("WindowDays") == 30


def test_saved_twice_by_the_same_run(path: Path) -> None:
    book = open_book(path)
    for days in (30, 60):
        book.set_setting("WindowDays", days)
        book.save()
    assert open_book(path).setting("WindowDays") == 60


def test_a_workbook_that_was_moved_meanwhile(path: Path) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    path.rename(path.with_name("moved.xlsm"))
    with pytest.raises(BookError, match="no longer there"):
        book.save()
    assert not path.exists()


def test_while_one_run_edits_another_is_refused_and_may_read(path: Path) -> None:
    before = path.read_bytes()
    book = open_book(path)
    book.set_setting("WindowDays", 60)
    with edit_book(path) as first, ThreadPoolExecutor(1) as elsewhere:
        with pytest.raises(BookInUse, match="another run of medoffice"):
            elsewhere.submit(lambda: edit_book(path).__enter__()).result()
        with pytest.raises(BookInUse, match="another run of medoffice"):
            elsewhere.submit(book.save).result()
        assert path.read_bytes() == before
        assert open_book(path).setting("WindowDays") == 90
        first.set_setting("WindowDays", 30)
        first.save()
    assert open_book(path).setting("WindowDays") == 30
    assert [found.name for found in path.parent.iterdir()] == [path.name]


ADD_ONE = """
import sys, time
from pathlib import Path
from medoffice_xl.book import open_book
from medoffice_xl.errors import BookInUse
path = Path(sys.argv[1])
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    while True:
        try:
            book = open_book(path)
            book.set_setting("WindowDays", int(book.setting("WindowDays")) + 1)
            book.save()
            break
        except BookInUse:
            print("refused", flush=True)
"""


def test_of_many_synchronised_saves_none_loses_an_update(path: Path) -> None:
    """Each writer reads a number, adds one and saves, again and again until it is not refused."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", ADD_ONE, str(path), "10"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [errors for _, errors in said] == [""] * 4
    assert open_book(path).setting("WindowDays") == 90 + 4 * 10
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_read_only_workbook(path: Path) -> None:
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(BookReadOnly, match="read-only"):
        open_book(path).set_setting("WindowDays", 30)
    assert path.read_bytes() == before


@pytest.mark.parametrize("failing", ["write", "fsync", "replace"])
def test_a_failed_save_leaves_the_file_and_nothing_beside_it(
    path: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    before = path.read_bytes()

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    targets = {"write": (Package, "write"), "fsync": (os, "fsync"), "replace": (Path, "replace")}
    monkeypatch.setattr(*targets[failing], fail)
    with pytest.raises(BookError, match="disk is full"):
        book.save()
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    monkeypatch.undo()
    book.save()
    assert open_book(path).setting("WindowDays") == 30


def test_the_former_file_stands_until_the_new_one_is_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    before = path.read_bytes()
    replace = Path.replace
    seen = []

    def watched(self: Path, target: Path) -> Path:
        seen.append((path.read_bytes() == before, zipfile.ZipFile(self).testzip()))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    path.chmod(0o640)
    book.save()
    assert seen == [(True, None)]
    assert path.stat().st_mode & 0o777 == 0o640


def test_saving_nothing_changes_nothing(path: Path) -> None:
    stamp = path.stat().st_mtime_ns
    open_book(path).save()
    assert path.stat().st_mtime_ns == stamp


def test_a_zip_bomb_and_unsafe_xml_are_not_opened(path: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(path) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr("xl/media/big.bin", bytes(80 * 1024**2))
    (tmp_path / "bomb.xlsm").write_bytes(bomb.getvalue())
    with pytest.raises(BookError, match="far more than its size"):
        open_book(tmp_path / "bomb.xlsm")
    evil = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa">]><Properties>&a;</Properties>'
    with zipfile.ZipFile(tmp_path / "evil.xlsm", "w") as archive:
        for name, data in (parts | {"docProps/custom.xml": evil}).items():
            archive.writestr(name, data)
    with pytest.raises(BookError, match="not valid"):
        open_book(tmp_path / "evil.xlsm")


def test_a_damaged_part_is_named(path: Path, tmp_path: Path) -> None:
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/workbook.xml")
    for offset in range(info.header_offset + 60, info.header_offset + 90):
        data[offset] ^= 0xFF
    (tmp_path / "damaged.xlsm").write_bytes(data)
    with pytest.raises(BookError, match="damaged"):
        open_book(tmp_path / "damaged.xlsm")


def test_entries_with_a_data_descriptor_are_copied_whole(path: Path) -> None:
    """As LibreOffice and streaming writers leave them: sizes after the data instead of before."""
    with zipfile.ZipFile(path) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: Any) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(stream.getvalue())
    before = raw_entries(path)
    book = open_book(path)
    book.set_setting("WindowDays", 30)
    book.save()
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    changed = [name for name, data in raw_entries(path).items() if data != before[name]]
    assert len(changed) == 1
    assert open_book(path).setting("WindowDays") == 30
