"""The VBA that knows of each button whether it writes: in a read-only copy what it wrote would be lost."""

from medoffice_xl.areas import actions

MODULE = "modActions"
_MADE_BY = "' Made by `medoffice build` from the manifests of the areas. Change those, not this module."


def actions_module() -> str:
    """The module's text."""
    reading = ", ".join(f'"{action.id}"' for action in actions() if not action.writes)
    lines = [
        f'Attribute VB_Name = "{MODULE}"',
        _MADE_BY,
        "Option Explicit",
        "Option Private Module",
        "",
        "' Does the button of this name write into the workbook?",
        "Public Function ActionWrites(ByVal action As String) As Boolean",
        "    Select Case action",
        f"        Case {reading}",
        "            ActionWrites = False",
        "        Case Else",
        "            ActionWrites = True",
        "    End Select",
        "End Function",
    ]
    return "\n".join(lines) + "\n"
