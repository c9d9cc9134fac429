"""The workbook's actions as a menu and a toolbar of LibreOffice, and in the menu the ways to every page and sheet.

The menu is part of the profile. What a click does runs here, in this process, as the ribbon's buttons do in Excel:
LibreOffice asks us for whoever handles our addresses, and calls it.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote, unquote

import xlwings

from medoffice_xl.areas import actions
from medoffice_xl.build.go_to import Ways, ways
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.libreoffice.components import Component, offer
from medoffice_xl.hosts.libreoffice.engine.plain_errors import OfficeGone
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.profile import Item, Node, Setting, Texts

TITLE = "Practice Manager"
PROTOCOL = "org.medoffice.xl:"
GO_TO = "to/"
"""What the address of a way begins with, after the protocol; the name of its sheet follows."""

SEPARATOR = "private:separator"
"""The address of a line between entries."""

CALC = "com.sun.star.sheet.SpreadsheetDocument"

_ADDONS = "/org.openoffice.Office.Addons/AddonUI"
_log = logging.getLogger(__name__)


def menu() -> list[Item]:
    """The menu, the toolbar and who handles their clicks, as parts of the configuration."""
    clicks = [_entry(action.label, PROTOCOL + action.id) for action in actions()]
    entries = _below([*clicks, _folded("Go to", [entry for each in ways() for entry in _ways(each)])])
    bar = Node("org.medoffice.xl.menu", (Setting("Title", TITLE, localized=True), Setting("Context", CALC), entries))
    tools = Node("org.medoffice.xl.tools", _numbered(clicks))
    handler = Node(Actions.implementation, (Texts("Protocols", (PROTOCOL + "*",)),))
    return [
        Item(f"{_ADDONS}/OfficeMenuBar", bar),
        Item(f"{_ADDONS}/OfficeToolBar", tools),
        Item("/org.openoffice.Office.ProtocolHandler/HandlerSet", handler),
    ]


Entry = tuple[Setting | Node, ...]
"""What is in the node of one entry, which is named for its place."""


def _entry(title: str, address: str) -> Entry:
    return (
        Setting("Context", CALC),
        Setting("Title", title, localized=True),
        Setting("URL", address),
        Setting("Target", "_self"),
    )


def _folded(title: str, entries: Iterable[Entry]) -> Entry:
    return (Setting("Context", CALC), Setting("Title", title, localized=True), _below(entries))


def _ways(each: Ways) -> list[Entry]:
    """The ways of a group: in a menu of their own, or after a line that parts them from those before."""
    entries = [_entry(sheet, f"{PROTOCOL}{GO_TO}{quote(sheet, safe='')}") for sheet in each.sheets]
    if each.folded:
        return [_folded(each.title, entries)]
    return [(Setting("URL", SEPARATOR),), *entries] if each.title else entries


def _below(entries: Iterable[Entry]) -> Node:
    return Node("Submenu", _numbered(entries), element=False)


def _numbered(entries: Iterable[Entry]) -> tuple[Node, ...]:
    return tuple(Node(f"m{place:03}", entry) for place, entry in enumerate(entries))


class Actions(Component):
    """Handles the addresses of the menu's entries: an action's name, or a way to a sheet."""

    implementation = "org.medoffice.xl.Actions"
    service = "com.sun.star.frame.ProtocolHandler"

    def __init__(self, app: xlwings.App, perform: Callable[[str], None]) -> None:
        self._app = app
        self._perform = perform
        self._frame: Any = None

    def initialize(self, arguments: tuple[Any, ...]) -> None:
        """Keep the window whose menu it is."""
        self._frame = arguments[0] if arguments else None

    def queryDispatch(self, address: Any, target: str, flags: int) -> Any:
        """Whoever handles an address: this one, when it is ours."""
        return self if address.Protocol == PROTOCOL else None

    def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Any, ...]:
        """The same for many addresses."""
        return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

    def dispatch(self, address: Any, arguments: tuple[Any, ...]) -> None:
        """A click: run the action on the workbook of the window."""
        try:
            book = xlwings.Book(impl=self._app.impl.books.take(self._frame.Controller.Model))
            if address.Path.startswith(GO_TO):
                go_to(book, unquote(address.Path.removeprefix(GO_TO)))
                return
            book.set_mock_caller()
            self._perform(address.Path)
        except OfficeGone:
            _log.warning("LibreOffice was closed while %s was running", address.Path)
        except Exception as error:
            _log.error("%s failed: see %s", address.Path, write_down(error, address.Path))

    def addStatusListener(self, listener: Any, address: Any) -> None:
        """The entries never change their state."""

    def removeStatusListener(self, listener: Any, address: Any) -> None:
        """The entries never change their state."""


def go_to(book: xlwings.Book, sheet: str) -> None:
    """Show a sheet, hidden until now or not, and go there; one that was deleted or renamed is said to be missing."""
    if sheet not in book.sheets:
        book.app.alert(f"The sheet {sheet} is not in this workbook: it was deleted or renamed.", TITLE)
        return
    book.sheets[sheet].visible = True
    book.sheets[sheet].activate()


def serve_menu(office: Office, app: xlwings.App, perform: Callable[[str], None]) -> None:
    """Let clicks on the menu reach `perform`, with the workbook in front as the caller."""
    interfaces = (
        "com.sun.star.frame.XDispatchProvider",
        "com.sun.star.frame.XDispatch",
        "com.sun.star.lang.XInitialization",
    )
    offer(office, Actions, interfaces, lambda component: component(app, perform))
