"""The Calc add-in: LibreOffice calls our cell functions, which run here, in this process.

LibreOffice keeps a reference to an object of ours and calls it through the same pipe by which we speak to it. So any
Python that has the bridge will do, whatever Python LibreOffice carries itself, and an error of ours cannot take
LibreOffice down.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from medoffice_xl.cells import CellFunction
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.libreoffice.bridge import load_uno, uno_exception
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.signatures import INTERFACE, SERVICE, method_name, methods
from medoffice_xl.hosts.libreoffice.typelib import interface_library
from medoffice_xl.hosts.libreoffice.values import block_to_uno, error_float, error_value, from_uno, to_uno

IMPLEMENTATION = "org.medoffice.xl.PythonFunctions"
TYPES = "/singletons/com.sun.star.reflection.theTypeDescriptionManager"

Special = Callable[..., Any]
NONE: Mapping[str, Special] = MappingProxyType({})
_log = logging.getLogger(__name__)


def serve(office: Office, catalogue: Mapping[str, CellFunction], specials: Mapping[str, Special] = NONE) -> None:
    """Give LibreOffice the functions of the catalogue. Call it once after each start, before a workbook is opened.

    `specials` answer in place of a function of that name, and get the calling document and the arguments as LibreOffice
    has them: what needs the place of a cell, not its value.
    """
    uno = load_uno()
    with TemporaryDirectory(prefix="medoffice-types-") as folder:
        library = Path(folder, "functions.rdb")
        library.write_bytes(interface_library(INTERFACE, methods(catalogue, specials)))
        for context in (uno.getComponentContext(), office.context):
            _add_types(context, library)
    import unohelper  # noqa: PLC0415  (comes with uno)

    implementations = unohelper.ImplementationHelper()
    implementations.addImplementation(_component(catalogue, specials), IMPLEMENTATION, (SERVICE,))
    factory = implementations.getComponentFactory(IMPLEMENTATION, None, uno.getComponentContext().ServiceManager)
    office.context.ServiceManager.insert(factory)


def _add_types(context: Any, library: Path) -> None:
    manager = context.getValueByName(TYPES)
    try:
        manager.getByHierarchicalName(INTERFACE)
    except uno_exception():
        manager.insert(library.as_uri())


def _component(catalogue: Mapping[str, CellFunction], specials: Mapping[str, Special]) -> type:
    import unohelper  # noqa: PLC0415

    get = load_uno().getClass

    class Functions(  # type: ignore[misc]
        unohelper.Base,  # type: ignore[name-defined]
        get("com.sun.star.lang.XServiceName"),
        get("com.sun.star.lang.XServiceInfo"),
        get("com.sun.star.lang.XLocalizable"),
        get(INTERFACE),
    ):
        def __init__(self, context: Any) -> None:
            self._locale: Any = None

        def getServiceName(self) -> str:
            return SERVICE

        def getImplementationName(self) -> str:
            return IMPLEMENTATION

        def getSupportedServiceNames(self) -> tuple[str, ...]:
            return (SERVICE,)

        def supportsService(self, name: str) -> bool:
            return name == SERVICE

        def setLocale(self, locale: Any) -> None:
            self._locale = locale

        def getLocale(self) -> Any:
            return self._locale

    for function in catalogue.values():
        answer = _answer(function, specials.get(function.name))
        setattr(Functions, method_name(function.name), answer)
    return Functions


def _answer(function: CellFunction, special: Special | None) -> Callable[..., Any]:
    convert = block_to_uno if function.spills else to_uno

    def answer(_component: Any, *values: Any) -> Any:
        try:
            return convert(special(*values) if special else function.call(*_given(function, values)))
        except MedOfficeError as error:
            failed = error_value(error)
        except Exception:
            _log.exception("%s failed", function.name)
            failed = error_float("#VALUE!")
        return ((failed,),) if function.spills else failed

    return answer


_NEVER_ZERO = (Takes.TEXT, Takes.DATE)


def _given(function: CellFunction, values: tuple[Any, ...]) -> list[Any]:
    """The arguments. LibreOffice hands over 0 for a reference to one empty cell: no text and no day is 0."""
    given = [from_uno(value) for value in values]
    return [
        None if value == 0.0 and argument.takes in _NEVER_ZERO else value
        for argument, value in zip(function.arguments, given, strict=False)
    ]
