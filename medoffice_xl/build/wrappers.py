"""The VBA that makes each cell function a function of the workbook, and its help, from the catalogue.

A wrapper hands its arguments to `Computed` of modCells.bas; all that is not the same for every function is
what is generated here.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

import udfs
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Argument

MADE_BY = "' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module."
HELP_MODULE = "modUdfHelp"
LONGEST_HELP = 255
"""Characters that Excel's function dialog shows of a description."""

BUILT_IN_GROUPS = 19
"""Function categories of Excel's own; a workbook's categories are numbered after them."""

IN_VBA = {"WHY": "ReasonOf(cell)"}
"""Functions answered by the workbook's own VBA: only it knows why the last formula failed."""

_RESERVED_WORDS = """
and as binary boolean byref byte byval call case class const currency date debug declare dim do double each else empty
end enum eqv erase error event exit false for friend function get global gosub goto if imp implements in input integer
is let like long loop lset me mid mod name new next not nothing null object on open option optional or paramarray
preserve print private property public put raiseevent redim rem resume return rset select set single static step stop
string sub then time to true type until variant wend while with write xor
"""
_RESERVED = frozenset(_RESERVED_WORDS.split())


def generated_modules() -> dict[str, str]:
    """Every generated module, by its name: one a category with its wrappers, and the help."""
    in_order = functions_in_order()
    wrappers = {
        f"modUdfs{_joined(category)}": _wrapper_module(category, number, list(cells))
        for number, (category, cells) in enumerate(groupby(in_order, key=_category), start=BUILT_IN_GROUPS + 1)
    }
    return wrappers | {HELP_MODULE: _help_module(in_order)}


def function_groups() -> list[str]:
    """The categories under which Excel lists the functions, in the order of their numbers."""
    return [shown_category(category) for category, _ in groupby(functions_in_order(), key=_category)]


def shown_category(category: str) -> str:
    """A category as the function dialog lists it, all of ours together."""
    return f"Practice: {category}"


def argument_name(argument: Argument) -> str:
    """The argument's name in VBA, with a trailing underscore where it is a word of the language."""
    return argument.name + "_" if argument.name.lower() in _RESERVED else argument.name


def functions_in_order() -> list[CellFunction]:
    """Our own cell functions, category by category."""
    ours = [cell for cell in CATALOGUE.values() if cell.module.split(".")[0] == udfs.__name__]
    return sorted(ours, key=lambda cell: (cell.category, cell.name))


def _category(cell: CellFunction) -> str:
    return cell.category


def _joined(category: str) -> str:
    return "".join(character for character in category.title() if character.isalnum())


def _wrapper_module(category: str, number: int, cells: Iterable[CellFunction]) -> str:
    lines = [f'Attribute VB_Name = "modUdfs{_joined(category)}"', MADE_BY, "Option Explicit"]
    for cell in cells:
        lines += ["", *_wrapper(cell, number)]
    return "\n".join(lines) + "\n"


def _wrapper(cell: CellFunction, category_number: int) -> list[str]:
    parameters = [_parameter(argument) for argument in cell.arguments]
    answer = IN_VBA.get(cell.name, f'Computed("{cell.module}", "{cell.name}", {_values(cell)})')
    return [
        f"Public Function {cell.name}({', '.join(parameters)}) As Variant",
        f"Attribute {cell.name}.VB_Description = {_quoted(_help(cell.summary, cell.name))}",
        f'Attribute {cell.name}.VB_ProcData.VB_Invoke_Func = " \\n{category_number}"',
        f"    {cell.name} = {answer}",
        "End Function",
    ]


def _parameter(argument: Argument) -> str:
    if argument.repeats:
        return f"ParamArray {argument_name(argument)}() As Variant"
    return f"{'Optional ' if argument.optional else ''}{argument_name(argument)} As Variant"


def _values(cell: CellFunction) -> str:
    """What the wrapper hands over: before the arguments, of a function that loads tables, the cell that calls."""
    single = [f"Passed({argument_name(argument)})" for argument in cell.arguments if not argument.repeats]
    first = f"Array({', '.join((['CallingCell()'] if cell.loads else []) + single)})"
    others = next((argument_name(argument) for argument in cell.arguments if argument.repeats), "")
    return f"PassedAll({first}, {others})" if others else first


def _help_module(cells: Sequence[CellFunction]) -> str:
    """What the function dialog shows of each function and argument.

    Excel keeps the arguments' descriptions nowhere in the file that is documented, so they are told at opening.
    """
    lines = [
        f'Attribute VB_Name = "{HELP_MODULE}"',
        MADE_BY,
        "Option Explicit",
        "Option Private Module",
        "",
        "Public Sub RegisterUdfHelp()",
        *(line for cell in cells for line in _described(cell)),
        "End Sub",
        "",
        "Private Sub Describe(ByVal functionName As String, ByVal category As String, ByVal summary As String, "
        "ByVal arguments As Variant)",
        "    ' A host without function dialogs refuses; the functions work all the same.",
        "    On Error Resume Next",
        '    Application.MacroOptions Macro:="\'" & Replace(ThisWorkbook.Name, "\'", "\'\'") & "\'!" & functionName, _',
        "        Description:=summary, Category:=category, ArgumentDescriptions:=arguments",
        "End Sub",
    ]
    return "\n".join(lines) + "\n"


def _described(cell: CellFunction) -> list[str]:
    first = f"    Describe {_quoted(cell.name)}, {_quoted(shown_category(cell.category))}, _"
    summary = f"        {_quoted(_help(cell.summary, cell.name))}, _"
    documents = [_quoted(_help(argument.doc, f"{cell.name}, {argument.name}")) for argument in cell.arguments]
    return [first, summary, *_call_lines("        Array(", documents, one_a_line=True)]


def _call_lines(opening: str, values: Sequence[str], *, one_a_line: bool = False) -> list[str]:
    """A call over as many lines as it takes, each but the last continued."""
    indent = " " * (len(opening) - len(opening.lstrip()) + 4)
    lines, current = [], opening
    for number, value in enumerate(values):
        piece = value + (")" if number == len(values) - 1 else ", ")
        if number and (one_a_line or len(current) + len(piece) > 100):
            lines.append(current.rstrip() + " _")
            current = indent
        current += piece
    return [*lines, current if values else opening + ")"]


def _help(text: str, of: str) -> str:
    if len(text) > LONGEST_HELP:
        raise ValueError(f"{of}: the function dialog shows {LONGEST_HELP} characters, the description has {len(text)}")
    return text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
