"""The workbook's actions as a menu and a toolbar of LibreOffice.

The menu is part of the profile. What a click does runs here, in this process, as the ribbon's buttons do in Excel:
LibreOffice asks us for whoever handles our addresses, and calls it.
"""

import logging
from collections.abc import Callable
from typing import Any

import xlwings

from medoffice_xl.actions import Action
from medoffice_xl.areas import actions
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.libreoffice.components import Component, offer
from medoffice_xl.hosts.libreoffice.engine.plain_errors import OfficeGone
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.profile import Item, Node, Setting, Texts

TITLE = "Practice Manager"
PROTOCOL = "org.medoffice.xl:"
CALC = "com.sun.star.sheet.SpreadsheetDocument"

_ADDONS = "/org.openoffice.Office.Addons/AddonUI"
_log = logging.getLogger(__name__)


def menu() -> list[Item]:
    """The menu, the toolbar and who handles their clicks, as parts of the configuration."""
    entries = Node("Submenu", tuple(_entry(place, action) for place, action in enumerate(actions())), element=False)
    bar = Node("org.medoffice.xl.menu", (Setting("Title", TITLE, localized=True), Setting("Context", CALC), entries))
    tools = Node("org.medoffice.xl.tools", tuple(_entry(place, action) for place, action in enumerate(actions())))
    handler = Node(Actions.implementation, (Texts("Protocols", (PROTOCOL + "*",)),))
    return [
        Item(f"{_ADDONS}/OfficeMenuBar", bar),
        Item(f"{_ADDONS}/OfficeToolBar", tools),
        Item("/org.openoffice.Office.ProtocolHandler/HandlerSet", handler),
    ]


def _entry(place: int, action: Action) -> Node:
    return Node(
        f"m{place:02}",
        (
            Setting("Context", CALC),
            Setting("Title", action.label, localized=True),
            Setting("URL", PROTOCOL + action.id),
            Setting("Target", "_self"),
        ),
    )


class Actions(Component):
    """Handles the addresses of the menu's entries."""

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
            book = self._app.impl.books.take(self._frame.Controller.Model)
            xlwings.Book(impl=book).set_mock_caller()
            self._perform(address.Path)
        except OfficeGone:
            _log.warning("LibreOffice was closed while %s was running", address.Path)
        except Exception as error:
            _log.error("%s failed: see %s", address.Path, write_down(error, address.Path))

    def addStatusListener(self, listener: Any, address: Any) -> None:
        """The entries never change their state."""

    def removeStatusListener(self, listener: Any, address: Any) -> None:
        """The entries never change their state."""


def serve_menu(office: Office, app: xlwings.App, perform: Callable[[str], None]) -> None:
    """Let clicks on the menu reach `perform`, with the workbook in front as the caller."""
    interfaces = (
        "com.sun.star.frame.XDispatchProvider",
        "com.sun.star.frame.XDispatch",
        "com.sun.star.lang.XInitialization",
    )
    offer(office, Actions, interfaces, lambda component: component(app, perform))
