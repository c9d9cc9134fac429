"""One LibreOffice for all tests that need one; started anew when a test has brought it down."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import xlwings

from medoffice_xl.hosts.libreoffice.bridge import LibreOfficeMissing, load_uno, program


class Shared:
    """The LibreOffice of this test process."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.app: xlwings.App | None = None

    def running(self) -> xlwings.App:
        from medoffice_xl.hosts.libreoffice.session import session

        if self.app is None or not self.app.impl.office.answers:
            self.stack.close()
            self.app = self.stack.enter_context(session())
        return self.app


@pytest.fixture(scope="session")
def shared_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    try:
        program()
        load_uno()
    except LibreOfficeMissing as missing:
        pytest.skip(str(missing))
    shared = Shared()
    with pytest.MonkeyPatch.context() as patch, shared.stack:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield shared


@pytest.fixture
def office(shared_office: Shared) -> Iterator[xlwings.App]:
    """LibreOffice with our functions and the menu; its workbooks are closed after each test."""
    app = shared_office.running()
    yield app
    if app.impl.office.answers:
        for book in app.books:
            book.close()


@pytest.fixture
def sheet(office: xlwings.App) -> xlwings.Sheet:
    """The only sheet of a new workbook."""
    return office.books.add().sheets[0]
