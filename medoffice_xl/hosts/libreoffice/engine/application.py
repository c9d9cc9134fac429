"""The engine, its applications, and how it is made known to xlwings."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlparse

import xlwings

from medoffice_xl.hosts.libreoffice.bridge import enum, program
from medoffice_xl.hosts.libreoffice.engine.books import Books
from medoffice_xl.hosts.libreoffice.engine.cells import cleaned, prepared
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range
from medoffice_xl.hosts.libreoffice.office import Office

NAME = "excel"
"""xlwings' conversions look for the engine of this name where they are given a value without its range."""

VERSION = "16.0"
"""The Excel whose object model this is; xlwings asks for 15 at least."""

_BOX_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}


class Engine:
    """What xlwings asks of an engine."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    prepare_xl_data_element = staticmethod(prepared)
    clean_value_data = staticmethod(cleaned)


class Apps:
    """The LibreOffice processes this engine speaks to, the active one first."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._apps: list[App] = []

    def add(self, spec: str | None = None, add_book: bool = True, visible: bool | None = None, **_: Any) -> "App":
        """Start a LibreOffice of its own."""
        office = Office(visible=bool(visible))
        office.start()
        app = App(self, office, owned=True)
        self.take(app)
        if add_book:
            app.books.add()
        return app

    def take(self, app: "App") -> None:
        """Make an application known, and active."""
        self._apps.insert(0, app)

    def forget(self, app: "App") -> None:
        """Leave an application out from now on."""
        if app in self._apps:
            self._apps.remove(app)

    def keys(self) -> list[int]:
        """The processes' numbers."""
        return [app.pid for app in self._apps]

    def __iter__(self) -> Iterator["App"]:
        return iter(list(self._apps))

    def __len__(self) -> int:
        return len(self._apps)

    def __getitem__(self, pid: int) -> "App":
        return next(app for app in self._apps if app.pid == pid)

    @staticmethod
    def cleanup() -> None:
        """Nothing is left behind that could be cleaned up."""


@plain_errors
class App:
    """One LibreOffice."""

    screen_updating = True
    display_alerts = True
    enable_events = True
    interactive = True
    cut_copy_mode = False
    startup_path = ""

    def __init__(self, apps: Apps, office: Office, *, owned: bool) -> None:
        self._apps = apps
        self.office = office
        self._owned = owned
        self.books = Books(self)
        self.visible = office.visible
        self._status: str | bool = False

    @property
    def engine(self) -> Engine:
        """The engine this application belongs to."""
        return self._apps.engine

    @property
    def api(self) -> Any:
        """LibreOffice's desktop."""
        return self.office.desktop

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self.office.pid

    hwnd = pid

    @property
    def version(self) -> str:
        """The version of Excel whose object model this is."""
        return VERSION

    @property
    def path(self) -> str:
        """Where the program is."""
        return str(program().parent)

    @property
    def selection(self) -> Range | None:
        """The selected cells of the active workbook; None when something else is selected."""
        book = self.books.active
        selected = book.document.CurrentSelection
        if not hasattr(selected, "getRangeAddress"):
            return None
        return book.range_of(selected.getRangeAddress())

    @property
    def calculation(self) -> str:
        """`automatic` or `manual`, of the active workbook."""
        return "automatic" if self.books.active.document.isAutomaticCalculationEnabled() else "manual"

    @calculation.setter
    def calculation(self, mode: str) -> None:
        for book in self.books:
            book.document.enableAutomaticCalculation(mode != "manual")

    @property
    def status_bar(self) -> str | bool:
        """What the status bar says; False when it is LibreOffice's own."""
        return self._status

    @status_bar.setter
    def status_bar(self, words: str | bool) -> None:
        self._status = words
        for book in self.books:
            frame = book.document.CurrentController.Frame
            indicator = frame.createStatusIndicator()
            if words:
                indicator.start(str(words), 0)
            else:
                indicator.end()

    def activate(self, steal_focus: bool = False) -> None:
        """Make this the active application."""
        self._apps.forget(self)
        self._apps.take(self)

    def calculate(self) -> None:
        """Recalculate everything in every workbook."""
        for book in self.books:
            book.document.calculateAll()

    def alert(self, prompt: str, title: str | None, buttons: str, mode: str | None, callback: Any = None) -> str:
        """A message box; without a screen the message goes to the status bar, and the answer is the first button."""
        if not self.visible:
            self._status = prompt
            return "yes" if buttons.startswith("yes") else "ok"
        window = self.books.active.document.CurrentController.Frame.ContainerWindow
        kind = enum("com.sun.star.awt.MessageBoxType", "ERRORBOX" if mode == "critical" else "INFOBOX")
        box = self.office.service("com.sun.star.awt.Toolkit").createMessageBox(
            window, kind, _BOX_BUTTONS[buttons], title or "", prompt
        )
        return _ANSWERS[box.execute()]

    def choose_files(self, title: str) -> list[str]:
        """The files the user picks in LibreOffice's own dialog; none when it is cancelled."""
        picker = self.office.service("com.sun.star.ui.dialogs.FilePicker")
        picker.setTitle(title)
        picker.setMultiSelectionMode(True)
        if not picker.execute():
            return []
        return [unquote(urlparse(address).path) for address in picker.getSelectedFiles()]

    def quit(self) -> None:
        """Close the workbooks, without saving, and LibreOffice if we started it."""
        for book in self.books:
            book.close()
        self._apps.forget(self)
        if self._owned:
            self.office.stop()

    def detach(self) -> None:
        """Let xlwings forget it; LibreOffice goes on."""
        self._apps.forget(self)

    def kill(self) -> None:
        """End LibreOffice at once."""
        self._apps.forget(self)
        self.office.kill()


def register() -> Engine:
    """Make the engine known to xlwings, and active. Once is enough; more does no harm."""
    for known in xlwings.engines:
        if isinstance(known.impl, Engine):
            xlwings.engines.active = known
            return known.impl
    engine = Engine()
    xlwings.engines.add(xlwings.main.Engine(impl=engine))
    xlwings.engines.active = xlwings.engines[len(xlwings.engines) - 1]
    return engine


def attach(office: Office) -> xlwings.App:
    """xlwings' view of a LibreOffice that runs already; it is the active application from now on."""
    engine = register()
    app = App(engine.apps, office, owned=False)
    engine.apps.take(app)
    return xlwings.App(impl=app)
