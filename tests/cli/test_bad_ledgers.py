"""Every command over every ledger that is not as it should be: words, exit code 2, the file named, nothing changed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medoffice_xl import cli
from medoffice_xl.book import open_book
from medoffice_xl.book.beside import move_out
from medoffice_xl.book.master import copy_master
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.hosts.headless import refresh
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import open_lake
from medoffice_xl.lake.manifest import NAME, Manifest, read_manifest
from medoffice_xl.lake.parts import part_of
from medoffice_xl.tables import CHARGES, TABLES

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=3, seed=5)


@pytest.fixture(scope="module")
def kept_beside(raw, tmp_path_factory):
    """A workbook of three months with a ledger beside it, all but the last remittance in it."""
    folder = tmp_path_factory.mktemp("beside")
    book = open_book(copy_master(folder))
    tables = {name: book.read(name) for name in TABLES if TABLES[name].excel_name in book.layout.tables}
    paths = [raw.charges, raw.fee_schedule, *raw.remittances[:-1]]
    brought = bring_in(paths, {**tables, "payers": payer_list()}, today=raw.as_of)
    book.write({"payers": payer_list(), **brought.frames})
    book.set_setting("AsOf", raw.as_of)
    move_out(book, folder / "ledger")
    book.save()
    refresh(book.path)
    return book.path


def newest_charges(ledger: Path) -> Path:
    """The file of the newest month of charges."""
    return ledger / read_manifest(ledger).tables["charges"][-1].file


def is_empty(ledger):
    newest_charges(ledger).write_bytes(b"")


def is_cut(ledger):
    path = newest_charges(ledger)
    path.write_bytes(path.read_bytes()[:-100])


def is_no_parquet(ledger):
    path = newest_charges(ledger)
    path.write_bytes(b"\0" * path.stat().st_size)


def is_missing(ledger):
    newest_charges(ledger).unlink()


def month_is_gone(ledger):
    shutil.rmtree(newest_charges(ledger).parent)


def table_is_gone(ledger):
    shutil.rmtree(ledger / "charges")


def is_a_folder(ledger):
    newest_charges(ledger).unlink()
    newest_charges(ledger).mkdir()


def other_bytes(ledger):
    """Every table's newest file: what it says of itself stands at its end and is whole."""
    for parts in read_manifest(ledger).tables.values():
        if parts:
            path = ledger / parts[-1].file
            data = range(4, pq.ParquetFile(path).metadata.row_group(0).column(0).total_compressed_size + 4)
            content = path.read_bytes()
            path.write_bytes(content[: data.start] + b"\7" * len(data) + content[data.stop :])


def rewritten(change):
    """The file and the manifest agree, as if another program had written both."""

    def spoil(ledger):
        manifest = read_manifest(ledger)
        *others, part = manifest.tables["charges"]
        sink = pa.BufferOutputStream()
        pq.write_table(change(pq.ParquetFile(ledger / part.file).read()), sink)
        content = sink.getvalue().to_pybytes()
        (ledger / part.file).unlink()
        made = part_of(CHARGES, part.month, part.rows, content)
        (ledger / made.file).write_bytes(content)
        (ledger / NAME).write_bytes(Manifest({**manifest.tables, "charges": (*others, made)}).as_bytes())

    return spoil


def amounts_as_text(rows):
    place = rows.schema.get_field_index("charge")
    return rows.set_column(place, "charge", pa.array([str(cents) for cents in rows["charge"].to_pylist()]))


def manifest_says(**other):
    def spoil(ledger):
        (ledger / NAME).write_text(json.dumps(json.loads((ledger / NAME).read_text()) | other))

    return spoil


def manifest_is(change):
    def spoil(ledger):
        (ledger / NAME).write_bytes(change((ledger / NAME).read_bytes()))

    return spoil


def manifest_is_missing(ledger):
    (ledger / NAME).unlink()


def is_moved(ledger):
    ledger.rename(ledger.with_name("archive"))


def is_a_file(ledger):
    shutil.rmtree(ledger)
    ledger.write_text("no folder")


OF_THE_FILE = "The file charges/month="
STATES = {
    "an empty file": (is_empty, OF_THE_FILE),
    "a file that is cut": (is_cut, OF_THE_FILE),
    "no Parquet": (is_no_parquet, OF_THE_FILE),
    "other bytes": (other_bytes, "is damaged ("),
    "a file that is missing": (is_missing, "lacks the file charges/month="),
    "a folder for a file": (is_a_folder, "charges/month="),
    "a month that is gone": (month_is_gone, "lacks the file charges/month="),
    "a table that is gone": (table_is_gone, "lacks the file charges/month="),
    "a column missing": (rewritten(lambda rows: rows.drop_columns(["charge"])), "lacks the column Charge (charge)"),
    "a column more": (rewritten(lambda rows: rows.append_column("mood", rows["payer"])), "has the column mood"),
    "a column of another kind": (rewritten(amounts_as_text), "Charge (charge) holds texts where whole numbers belong"),
    "no manifest": (manifest_is_missing, NAME),
    "a manifest that is cut": (manifest_is(lambda content: content[:-30]), f"The file {NAME}"),
    "an empty manifest": (manifest_is(lambda content: b""), f"The file {NAME}"),
    "no JSON": (manifest_is(lambda content: b"\xff\xfe PK"), f"The file {NAME}"),
    "deep JSON": (manifest_is(lambda content: b"[" * 100_000), f"The file {NAME}"),
    "a newer version": (manifest_says(schema="999"), "made by another version of medoffice_xl"),
    "another way of writing": (manifest_says(format=2), "made by another version of medoffice_xl"),
    "a ledger that was moved": (is_moved, "moved, renamed, or its drive is not connected"),
    "a file for the ledger": (is_a_file, "ledger"),
}

COMMANDS = {
    "ask": ["ask", "{book}", "=AR_TOTAL(Practice,AsOf)"],
    "refresh": ["refresh", "{book}"],
    "import": ["import", "{book}", "{file}", "--yes"],
    "report": ["report", "{book}", "denials", "--out", "{out}"],
    "page": ["report", "{book}", "dashboard", "--out", "{out}"],
    "letters": ["report", "{book}", "appeal-letters", "--out", "{out}"],
    "pack of a former month": ["pack", "{book}", "--month", "{month}", "--out", "{out}/pack.pdf"],
    "ledger": ["ledger", "{book}"],
    "ledger --check": ["ledger", "{book}", "--check"],
    "ledger --back": ["ledger", "{book}", "--back"],
    "ledger --take": ["ledger", "{book}", "--take"],
    "ledger --make": ["ledger", "{book}", "--make", "{out}/second"],
    "ledger --at": ["ledger", "{book}", "--at", "{ledger}"],
    "group": ["group", "{whole}", "{book}", "--out", "{out}"],
}


@pytest.fixture(scope="module")
def made(kept_beside, tmp_path_factory):
    """The workbook and its ledger under two names, and a copy of all that."""
    folder = tmp_path_factory.mktemp("made")
    for name in ("mine", "whole"):
        (folder / "place" / name).mkdir(parents=True)
        shutil.copy(kept_beside, folder / "place" / name)
        shutil.copytree(kept_beside.parent / "ledger", folder / "place" / name / "ledger")
        book = open_book(folder / "place" / name / kept_beside.name)
        book.set_setting("PracticeName", name)
        book.keep_in(open_lake(folder / "place" / name / "ledger"))
        book.save()
    shutil.copytree(folder / "place", folder / "kept")
    return folder


@pytest.fixture
def place(made):
    shutil.rmtree(made / "place")
    return Path(shutil.copytree(made / "kept", made / "place"))


def contents(folder):
    return {path: path.read_bytes() if path.is_file() else b"" for path in sorted(folder.rglob("*"))}


def medoffice(capfd, monkeypatch, *words):
    """What a shell gets to see: the exit code and the words."""
    monkeypatch.setattr("sys.argv", ["medoffice", *map(str, words)])
    try:
        cli.main()
    except SystemExit as ended:
        return ended.code or 0, " ".join("".join(capfd.readouterr()).split())
    raise AssertionError("a command line always exits")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", COMMANDS)
def test_it_ends_in_words_and_nothing_is_changed(place, kept_beside, raw, capfd, monkeypatch, command, state):
    spoil, names = STATES[state]
    ledger = place / "mine" / "ledger"
    month = f"{raw.as_of:%Y}-{raw.as_of.month - 1:02}"
    words = [
        word.format(
            book=place / "mine" / kept_beside.name, whole=place / "whole", out=place / "out", ledger=ledger,
            file=raw.remittances[-1], month=month,
        )
        for word in COMMANDS[command]
    ]  # fmt: skip
    spoil(ledger)
    before = contents(place)
    code, said = medoffice(capfd, monkeypatch, *words)
    assert code == 2, said
    assert "fault in medoffice" not in said
    assert names in said or (command == "ledger --make" and "has a ledger already" in said)
    assert contents(place) == before


@pytest.mark.parametrize("state", STATES)
def test_the_doctor_finds_it_and_goes_on(place, kept_beside, capfd, monkeypatch, state):
    spoil, names = STATES[state]
    spoil(place / "mine" / "ledger")
    code, said = medoffice(capfd, monkeypatch, "doctor", place / "mine" / kept_beside.name)
    assert code == 1, said
    assert "!! Ledger:" in said
    assert names in said


def test_a_ledger_that_is_whole_passes_the_doctor(place, kept_beside, capfd, monkeypatch):
    code, said = medoffice(capfd, monkeypatch, "doctor", place / "mine" / kept_beside.name)
    assert code == 0, said
    assert f"ok Ledger: Every file of {place / 'mine' / 'ledger'} is as it was written." in said


HOLD = """
import sys
from pathlib import Path
from medoffice_xl.lake import only_writer_of
with only_writer_of(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

WRITERS = ("refresh", "import", "ledger --back", "ledger --take")


@pytest.mark.parametrize("command", WRITERS)
def test_a_second_writer_is_told_to_wait(place, kept_beside, raw, capfd, monkeypatch, command):
    """Another run writes the ledger by another workbook: neither is touched until that one is done."""
    book, ledger = place / "mine" / kept_beside.name, place / "mine" / "ledger"
    words = [word.format(book=book, file=raw.remittances[-1]) for word in COMMANDS[command]]
    before = contents(place)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ledger)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        code, said = medoffice(capfd, monkeypatch, *words)
        assert code == 2, said
        assert "is being written by another run of medoffice. Wait until it is done and try again." in said
        other.communicate("")
    assert contents(place) == before
