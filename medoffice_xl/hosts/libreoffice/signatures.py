"""Our cell functions as LibreOffice knows a Calc add-in: the methods of one UNO interface, and their descriptions."""

from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b

from medoffice_xl.cells import CellFunction
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.hosts.libreoffice.profile import Item, Node, Setting
from medoffice_xl.hosts.libreoffice.typelib import Method

SERVICE = "org.medoffice.xl.Functions"

ANYTHING = "any"
CELLS = "com.sun.star.table.XCellRange"
BLOCK = "[][]any"
ANY_NUMBER = "[]any"
"""As the last parameter: everything that is given from there on."""

CALLER = "com.sun.star.beans.XPropertySet"
"""A parameter of this type gets the calling document and is no argument of the formula."""


def method_name(function: str) -> str:
    """AR_DAYS → arDays."""
    first, *others = function.lower().split("_")
    return first + "".join(other.capitalize() for other in others)


def methods(catalogue: Mapping[str, CellFunction], with_caller: Collection[str] = ()) -> list[Method]:
    """The add-in's methods; those that load tables, and those named in `with_caller`, get the calling document first.

    Raises ValueError when two functions would become the same method.
    """
    made = [_method(function, function.loads or function.name in with_caller) for function in catalogue.values()]
    if len({method.name for method in made}) < len(made):
        raise ValueError("two cell functions differ only in their underscores")
    return made


def interface_name(made: Sequence[Method]) -> str:
    """The interface's name. It changes with its methods, because a process never forgets a type it has heard of."""
    return f"org.medoffice.xl.XFunctions{blake2b(repr(made).encode(), digest_size=6).hexdigest()}"


def _method(function: CellFunction, with_caller: bool) -> Method:
    arguments = tuple((argument.name, _parameter(argument)) for argument in function.arguments)
    # Passing the document costs some 50 ms a call: only where it is needed.
    caller = (("caller", CALLER),) if with_caller else ()
    return Method(method_name(function.name), BLOCK if function.spills else ANYTHING, caller + arguments)


def _parameter(argument: Argument) -> str:
    """The type decides what LibreOffice hands over.

    `any`: a value, or the values of a range or an inline array; nothing when left out. One error cell within it, and
    LibreOffice gives the error without calling us. `XCellRange`: the cells themselves, with their errors and their
    place, but no value. So an argument that must be cells, whatever is in them, is declared as anything, not optional.
    """
    if argument.repeats:
        return ANY_NUMBER
    return CELLS if argument.takes is Takes.ANY and not argument.optional else ANYTHING


def configuration(catalogue: Mapping[str, CellFunction]) -> Item:
    """Names and descriptions for the function wizard, and the names that formulas in Excel's files use."""
    functions = Node("AddInFunctions", tuple(_described(f) for f in catalogue.values()), element=False)
    return Item("/org.openoffice.Office.CalcAddIns/AddInInfo", Node(SERVICE, (functions,)))


def _described(function: CellFunction) -> Node:
    parameters = tuple(
        Node(
            argument.name,
            (
                Setting("DisplayName", argument.name, localized=True),
                Setting("Description", argument.doc, localized=True),
            ),
        )
        for argument in function.arguments
    )
    return Node(
        method_name(function.name),
        (
            Setting("DisplayName", function.name, localized=True),
            Setting("Description", function.summary, localized=True),
            Setting("Category", "Add-In"),
            Setting("CompatibilityName", function.name, localized=True),
            Node("Parameters", parameters, element=False),
        ),
    )
