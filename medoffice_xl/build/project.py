"""The workbook's VBA project: what is written by hand, what is generated, and what comes with xlwings."""

from collections.abc import Sequence
from importlib.resources import files

from medoffice_xl.build import actions_module, start_module
from medoffice_xl.build.ribbon import ribbon_xml
from medoffice_xl.build.source import GENERATED, source_names, source_text
from medoffice_xl.build.vba import Module, read_module, sheet_module
from medoffice_xl.build.wrappers import generated_modules

RIBBON_FILE = "customUI14.xml"


def own_modules() -> list[Module]:
    """The modules written by hand, the workbook's own first."""
    by_hand = [*source_names(".cls"), *source_names(".bas")]
    return [read_module(source_text(name)) for name in by_hand]


def wrapper_modules() -> list[Module]:
    """The modules made from the cell functions and the buttons."""
    return [read_module(text) for text in _made().values()]


def _made() -> dict[str, str]:
    return generated_modules() | {
        actions_module.MODULE: actions_module.actions_module(),
        start_module.MODULE: start_module.start_module(),
    }


def xlwings_modules() -> list[Module]:
    """xlwings.bas (BSD 3-clause) and VBA-Dictionary (MIT), unchanged, out of the installed xlwings.

    Each carries its notice in its text. The module names the DLL of its own version, so it must come from the
    version that is pinned and installed.
    """
    package = files("xlwings")
    parts = (package / "xlwings.bas", package / "addin" / "Dictionary.cls")
    return [read_module(part.read_text(encoding="utf-8")) for part in parts]


def workbook_modules(code_names: Sequence[str]) -> list[Module]:
    """Every module of a workbook whose sheets have these VBA code names."""
    own = own_modules()
    sheets = [sheet_module(name) for name in code_names]
    return [own[0], *sheets, *own[1:], *wrapper_modules(), *xlwings_modules()]


def generated_files() -> dict[str, str]:
    """What `medoffice build` writes into the folder of generated sources, by its path from the sources."""
    modules = {f"{GENERATED}/{name}.bas": text for name, text in _made().items()}
    return modules | {f"{GENERATED}/{RIBBON_FILE}": ribbon_xml()}
