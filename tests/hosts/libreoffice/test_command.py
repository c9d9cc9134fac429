"""`medoffice libreoffice BOOK`, on a machine without a screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import xlwings
from typer.testing import CliRunner

from medoffice_xl.cli.app import app
from medoffice_xl.cli.libreoffice import libreoffice
from medoffice_xl.hosts.libreoffice import session as sessions
from medoffice_xl.hosts.libreoffice.office import Office

pytestmark = pytest.mark.libreoffice


def test_it_opens_the_book_and_ends_with_libreoffice(
    office: xlwings.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = office.books.add()
    book.sheets[0]["A1"].formula = '=WHY(B1)&"live"'
    book.save(tmp_path / "mine.xlsx")
    book.close()
    with_window, seen, processes = sessions.session, [], []

    @contextmanager
    def without_window(*, visible: bool) -> Iterator[xlwings.App]:
        assert visible
        with with_window() as app:
            processes.append(app.impl.office)
            yield app
            seen.append(app.books.active.sheets[0]["A1"].value)

    monkeypatch.setattr(sessions, "session", without_window)
    monkeypatch.setattr(Office, "wait", lambda self: None)
    assert libreoffice in {command.callback for command in app.registered_commands}
    result = CliRunner().invoke(app, ["libreoffice", str(tmp_path / "mine.xlsx")])
    assert result.exit_code == 0, result.output
    assert seen == ["live"]
    assert not processes[0].running
    assert not list(tmp_path.glob(".~lock*"))


def test_a_book_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["libreoffice", str(tmp_path / "none.xlsx")])
    assert result.exit_code == 2
    assert "none.xlsx" in "".join(result.output.replace("│", "").split())
