"""The question at the terminal: guessed columns with three cells each, a number where one is lacking."""

import io
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.ask_columns import ask_at_terminal
from medoffice_xl.intake.files import bring_in
from medoffice_xl.readers.file import File
from medoffice_xl.readers.recognise import NotSure, read_file
from medoffice_xl.readers.seen import Unclear
from medoffice_xl.tables import TABLES, empty_frame

EMPTY = {name: empty_frame(table) for name, table in TABLES.items()}
UNCLEAR = Path(__file__).parents[1] / "samples" / "pm" / "layouts" / "own_words.csv"


@pytest.fixture
def unclear():
    with pytest.raises(Unclear) as raised:
        read_file(UNCLEAR)
    return raised.value


@pytest.fixture
def type_(monkeypatch):
    return lambda *lines: monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_enter_takes_what_was_guessed(unclear, type_, capsys):
    type_("", "", "", "")
    answer = ask_at_terminal("own_words.csv", unclear)
    assert answer.mapping == {"When": "dos", "What": "code", "How much": "charge"}
    shown = capsys.readouterr().out
    assert "Which column is Date of service? (a number; Enter takes 2)" in shown
    assert "11/05/2026 · 11/06/2026" in shown
    assert "Alpha" not in shown  # words are not shown: they may be somebody's name


def test_numbers_and_further_fields(unclear, type_):
    type_("2", "4", "9", "6", "nonsense", "3 = Payer", "5 = nothing", "")
    answer = ask_at_terminal("own_words.csv", unclear)
    assert answer.mapping == {"When": "dos", "What": "code", "Got": "charge", "For": "payer", "How much": "nothing"}


def test_enter_without_a_guess_leaves_the_file(unclear, type_):
    type_("")
    nothing = Unclear(str(unclear), unclear.seen, lacking=("npi",))
    assert ask_at_terminal("own_words.csv", nothing) is None


def test_which_of_two_kinds(type_):
    tie = NotSure(File(UNCLEAR), ["fee schedule", "charge master"])
    type_("3", "2")
    assert ask_at_terminal("own_words.csv", tie).kind == "charge master"
    type_("")
    assert ask_at_terminal("own_words.csv", tie) is None


@pytest.mark.whole
def test_at_a_real_terminal_the_file_comes_in(tmp_path):
    book = copy_master(tmp_path)
    ours, theirs = pty.openpty()
    command = [Path(sys.executable).with_name("medoffice"), "import", book, UNCLEAR]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as run:
        os.close(theirs)
        os.write(ours, b"\n\n\n\n")
        shown = _until_end(ours)
    assert "Which column is Date of service?" in shown
    assert run.returncode in (0, 1)
    assert open_book(book).read("charges")["charge"].tolist() == [15000, 3000]


def _until_end(terminal: int) -> str:
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:  # the other side has closed
        pass
    return " ".join(shown.decode(errors="replace").split())


@pytest.mark.whole
def test_without_a_terminal_it_is_refused_with_what_to_say(tmp_path):
    book = copy_master(tmp_path)
    before = book.read_bytes()
    command = [Path(sys.executable).with_name("medoffice"), "import", book, UNCLEAR]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    said = " ".join((run.stdout + run.stderr).split())
    assert run.returncode == 2
    assert "has no column for “Date of service”, “Code”, “Charge”" in said
    assert "--mapping" in said
    assert book.read_bytes() == before


SCHEDULE = "Code,Rate\nG0438,100.00\nG0439,80.00\n"


def test_a_schedule_that_says_neither_payer_nor_day(type_, tmp_path, capsys):
    path = tmp_path / "rates.csv"
    path.write_text(SCHEDULE, encoding="utf-8")
    type_("Acme Health", "soon", "1/31/2026")
    brought = bring_in([path], EMPTY, today=date(2026, 2, 1), ask=ask_at_terminal)
    rates = brought.frames["fee_schedules"]
    assert rates[["payer", "code"]].values.tolist() == [["Acme Health", "G0438"], ["Acme Health", "G0439"]]
    assert rates["effective"].dt.strftime("%m/%d/%Y").tolist() == ["01/31/2026"] * 2
    shown = " ".join(capsys.readouterr().out.split())
    assert "Whose rates does rates.csv hold?" in shown
    assert "“soon” is no day." in shown
    assert brought.frames["imports"]["told"].tolist() == ["of Acme Health; from 2026-01-31"]


@pytest.mark.parametrize("lines", [("",), ("Acme Health", "")])
def test_a_schedule_of_which_nothing_is_said_is_left(type_, tmp_path, lines):
    path = tmp_path / "rates.csv"
    path.write_text(SCHEDULE, encoding="utf-8")
    type_(*lines)
    brought = bring_in([path], EMPTY, today=date(2026, 2, 1), ask=ask_at_terminal)
    assert brought.frames == {}
    assert "--payer" in brought.outcomes[0].refused
    assert "--effective" in brought.outcomes[0].refused


def test_what_a_schedule_says_is_not_asked(type_, tmp_path, capsys):
    path = tmp_path / "rates.csv"
    path.write_text(f"Payer: Acme Health\n{SCHEDULE}", encoding="utf-8")
    type_("1/31/2026")
    brought = bring_in([path], EMPTY, today=date(2026, 2, 1), ask=ask_at_terminal)
    assert set(brought.frames["fee_schedules"]["payer"]) == {"Acme Health"}
    assert "Whose rates" not in capsys.readouterr().out
