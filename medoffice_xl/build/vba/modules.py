"""VBA modules as the project stores them: Windows-1252, CRLF, with the attributes each kind must have.

Source: [MS-OVBA] 2.3.4.3, Module Stream; limits of the VBA editor.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
LONGEST_NAME = 31


class Kind(StrEnum):
    """What a module is. A workbook and each of its sheets must have a document module of its own."""

    STANDARD = "standard"
    CLASS = "class"
    WORKBOOK = "workbook"
    SHEET = "sheet"


_BASE = {
    Kind.CLASS: "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}",
    Kind.WORKBOOK: "0{00020819-0000-0000-C000-000000000046}",
    Kind.SHEET: "0{00020820-0000-0000-C000-000000000046}",
}
_ATTRIBUTE = re.compile(r"Attribute VB_(?P<name>\w+) = (?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its name, kind and source, attributes included, with `\\n` line ends."""

    name: str
    kind: Kind
    source: str

    def stream(self) -> bytes:
        """The source as stored. Raises ValueError for what the VBA editor could not hold, naming the line."""
        if not re.fullmatch(rf"[A-Za-z]\w{{0,{LONGEST_NAME - 1}}}", self.name, re.ASCII):
            raise ValueError(f"“{self.name}” is no VBA module name")
        continued = 0
        for number, line in enumerate(self.source.split("\n"), start=1):
            continued = continued + 1 if line.endswith(" _") else 0
            if len(line) > LONGEST_LINE or continued > MOST_CONTINUATIONS:
                raise ValueError(f"{self.name}, line {number}: too long for VBA")
            try:
                line.encode("cp1252")
            except UnicodeEncodeError as error:
                raise ValueError(f"{self.name}, line {number}: “{line[error.start]}” is not in Windows-1252") from error
        return self.source.replace("\n", "\r\n").encode("cp1252")


def read_module(text: str) -> Module:
    """A module from the text of an exported .bas or .cls file, whatever its line ends.

    A .cls whose name is ThisWorkbook is the workbook's own module.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    exported_class = lines[0].startswith("VERSION ")
    if exported_class:
        lines = lines[lines.index("END") + 1 :]
    attributes: dict[str, str] = {}
    while lines and (found := _ATTRIBUTE.fullmatch(lines[0])):
        attributes[found["name"]] = found["value"]
        lines.pop(0)
    if "Name" not in attributes:
        raise ValueError("a VBA source file begins with Attribute VB_Name")
    name = attributes["Name"].strip('"')
    body = "\n".join(lines)
    if not exported_class:
        return Module(name, Kind.STANDARD, f'Attribute VB_Name = "{name}"\n{body}')
    kind = Kind.WORKBOOK if name == "ThisWorkbook" else Kind.CLASS
    return Module(name, kind, _class_header(name, kind, attributes) + body)


def sheet_module(code_name: str) -> Module:
    """The module without code that a sheet needs."""
    return Module(code_name, Kind.SHEET, _class_header(code_name, Kind.SHEET, {}))


def _class_header(name: str, kind: Kind, given: dict[str, str]) -> str:
    document = kind is not Kind.CLASS
    flags = {
        "GlobalNameSpace": False,
        "Creatable": False,
        "PredeclaredId": document,
        "Exposed": document or given.get("Exposed") == "True",
        "TemplateDerived": False,
        "Customizable": document,
    }
    lines = [f'Attribute VB_Name = "{name}"', f'Attribute VB_Base = "{_BASE[kind]}"']
    lines += [f"Attribute VB_{flag} = {value}" for flag, value in flags.items()]
    if "Description" in given:
        lines.append(f"Attribute VB_Description = {given['Description']}")
    return "\n".join(lines) + "\n"
