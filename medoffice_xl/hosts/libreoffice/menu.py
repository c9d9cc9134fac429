"""The workbook's actions as a menu and a toolbar of LibreOffice.

The menu is part of the profile. What a click does runs here, in this process, as the ribbon's buttons do in Excel:
LibreOffice asks us for whoever handles our addresses, and calls it.
"""

import logging
from collections.abc import Callable
from typing import Any

import xlwings

from medoffice_xl.actions import ACTIONS, Action
from medoffice_xl.hosts.excel import run
from medoffice_xl.hosts.libreoffice.bridge import load_uno
from medoffice_xl.hosts.libreoffice.engine.plain_errors import OfficeGone
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.profile import Item, Node, Setting

TITLE = "Practice Manager"
PROTOCOL = "org.medoffice.xl:"
IMPLEMENTATION = "org.medoffice.xl.Actions"
CALC = "com.sun.star.sheet.SpreadsheetDocument"

_ADDONS = "/org.openoffice.Office.Addons/AddonUI"
_log = logging.getLogger(__name__)


def menu() -> list[Item]:
    """The menu, the toolbar and who handles their clicks, as parts of the configuration."""
    entries = Node("Submenu", tuple(_entry(place, action) for place, action in enumerate(ACTIONS)), element=False)
    bar = Node("org.medoffice.xl.menu", (Setting("Title", TITLE, localized=True), Setting("Context", CALC), entries))
    tools = Node("org.medoffice.xl.tools", tuple(_entry(place, action) for place, action in enumerate(ACTIONS)))
    handler = Node(IMPLEMENTATION, (Protocols(PROTOCOL + "*"),))
    return [
        Item(f"{_ADDONS}/OfficeMenuBar", bar),
        Item(f"{_ADDONS}/OfficeToolBar", tools),
        Item("/org.openoffice.Office.ProtocolHandler/HandlerSet", handler),
    ]


class Protocols(Setting):
    """The list of protocols of a handler."""

    def __init__(self, protocol: str) -> None:
        super().__init__("Protocols", protocol)

    def xml(self) -> str:
        """The setting as LibreOffice's registry writes it."""
        return f'<prop oor:name="{self.name}" oor:op="fuse"><value><it>{self.value}</it></value></prop>'


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


def serve_menu(office: Office, app: xlwings.App, perform: Callable[[str], None] = run) -> None:
    """Let clicks on the menu reach `perform`, with the workbook in front as the caller."""
    import unohelper  # noqa: PLC0415  (comes with uno)

    implementations = unohelper.ImplementationHelper()
    handlers = ("com.sun.star.frame.ProtocolHandler",)
    implementations.addImplementation(_handler(app, perform), IMPLEMENTATION, handlers)
    local = load_uno().getComponentContext()
    factory = implementations.getComponentFactory(IMPLEMENTATION, None, local.ServiceManager)
    office.context.ServiceManager.insert(factory)


def _handler(app: xlwings.App, perform: Callable[[str], None]) -> type:
    import unohelper  # noqa: PLC0415

    get = load_uno().getClass

    class Actions(  # type: ignore[misc]
        unohelper.Base,  # type: ignore[name-defined]
        get("com.sun.star.frame.XDispatchProvider"),
        get("com.sun.star.frame.XDispatch"),
        get("com.sun.star.lang.XInitialization"),
        get("com.sun.star.lang.XServiceInfo"),
    ):
        def __init__(self, context: Any) -> None:
            self._frame: Any = None

        def initialize(self, arguments: tuple[Any, ...]) -> None:
            self._frame = arguments[0] if arguments else None

        def getImplementationName(self) -> str:
            return IMPLEMENTATION

        def getSupportedServiceNames(self) -> tuple[str, ...]:
            return ("com.sun.star.frame.ProtocolHandler",)

        def supportsService(self, name: str) -> bool:
            return name in self.getSupportedServiceNames()

        def queryDispatch(self, address: Any, target: str, flags: int) -> Any:
            return self if address.Protocol == PROTOCOL else None

        def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

        def dispatch(self, address: Any, arguments: tuple[Any, ...]) -> None:
            try:
                book = app.impl.books.take(self._frame.Controller.Model)
                xlwings.Book(impl=book).set_mock_caller()
                perform(address.Path)
            except OfficeGone:
                _log.warning("LibreOffice was closed while %s was running", address.Path)
            except Exception:
                _log.exception("%s failed", address.Path)

        def addStatusListener(self, listener: Any, address: Any) -> None:
            """The entries never change their state."""

        def removeStatusListener(self, listener: Any, address: Any) -> None:
            """The entries never change their state."""

    return Actions
