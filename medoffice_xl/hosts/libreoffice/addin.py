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
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.libreoffice.bridge import load_uno, uno_exception
from medoffice_xl.hosts.libreoffice.components import Component, offer
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.signatures import SERVICE, interface_name, method_name, methods
from medoffice_xl.hosts.libreoffice.typelib import interface_library
from medoffice_xl.hosts.libreoffice.values import block_to_uno, error_float, error_value, from_uno, to_uno

TYPES = "/singletons/com.sun.star.reflection.theTypeDescriptionManager"

Special = Callable[..., Any]
NONE: Mapping[str, Special] = MappingProxyType({})

_NEVER_ZERO = (Takes.TEXT, Takes.DATE)
_log = logging.getLogger(__name__)


class Functions(Component):
    """The add-in; its functions are put on a class of its own for each catalogue."""

    implementation = "org.medoffice.xl.PythonFunctions"
    service = SERVICE

    def __init__(self) -> None:
        self._locale: Any = None

    def getServiceName(self) -> str:
        """The service that the configuration describes the functions of."""
        return SERVICE

    def setLocale(self, locale: Any) -> None:
        """The user's language; the functions speak English."""
        self._locale = locale

    def getLocale(self) -> Any:
        """The user's language."""
        return self._locale


def serve(office: Office, catalogue: Mapping[str, CellFunction], specials: Mapping[str, Special] = NONE) -> None:
    """Give LibreOffice the functions of the catalogue. Call it once after each start, before a workbook is opened.

    `specials` answer in place of a function of that name, and get the calling document and the arguments as LibreOffice
    has them: what needs the place of a cell, not its value.
    """
    made = methods(catalogue, specials)
    interface = interface_name(made)
    with TemporaryDirectory(prefix="medoffice-types-") as folder:
        library = Path(folder, "functions.rdb")
        library.write_bytes(interface_library(interface, made))
        for context in (load_uno().getComponentContext(), office.context):
            _add_types(context, interface, library)
    answers = {
        method_name(function.name): _answer(function, specials.get(function.name)) for function in catalogue.values()
    }
    kind = type("CatalogueFunctions", (Functions,), answers)
    interfaces = ("com.sun.star.lang.XServiceName", "com.sun.star.lang.XLocalizable", interface)
    offer(office, kind, interfaces, lambda component: component())


def _add_types(context: Any, interface: str, library: Path) -> None:
    manager = context.getValueByName(TYPES)
    try:
        manager.getByHierarchicalName(interface)
    except uno_exception():
        manager.insert(library.as_uri())


def _answer(function: CellFunction, special: Special | None) -> Callable[..., Any]:
    convert = block_to_uno if function.spills else to_uno

    def answer(_component: Any, *values: Any) -> Any:
        try:
            return convert(special(*values) if special else _call(function, values))
        except MedOfficeError as error:
            failed = error_value(error)
        except Exception as error:
            _log.error("%s failed: see %s", function.name, write_down(error, function.name))
            failed = error_float("#VALUE!")
        return ((failed,),) if function.spills else failed

    return answer


def _call(function: CellFunction, values: tuple[Any, ...]) -> Any:
    """What the function gives; one that loads tables hears which document it loads them for."""
    if not function.loads:
        return function.call(*_given(function, values))
    document, *arguments = values
    return function.call(*_given(function, tuple(arguments)), place=str(document.RuntimeUID))


def _given(function: CellFunction, values: tuple[Any, ...]) -> list[Any]:
    """The arguments. LibreOffice hands over 0 for a reference to one empty cell: no text and no day is 0."""
    fixed = [argument for argument in function.arguments if not argument.repeats]
    single = [
        None if value == 0.0 and argument.takes in _NEVER_ZERO else value
        for argument, value in zip(fixed, map(from_uno, values), strict=False)
    ]
    return [*single, *(from_uno(value) for others in values[len(fixed) :] for value in others)]
