"""A LibreOffice profile of our own: our functions and our menu are in it, the user's own profile stays as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One property of LibreOffice's configuration, or of a node within it; text is for the locale en-US."""

    name: str
    value: str | int | bool
    localized: bool = False

    def xml(self) -> str:
        """The setting as LibreOffice's registry writes it."""
        text = str(self.value).lower() if isinstance(self.value, bool) else str(self.value)
        locale = ' xml:lang="en-US"' if self.localized else ""
        return f'<prop oor:name={quoteattr(self.name)} oor:op="fuse"><value{locale}>{escape(text)}</value></prop>'


@dataclass(frozen=True, slots=True)
class Texts:
    """A property that is a list of texts."""

    name: str
    values: tuple[str, ...]

    def xml(self) -> str:
        """The setting as LibreOffice's registry writes it."""
        values = "".join(f"<it>{escape(value)}</it>" for value in self.values)
        return f'<prop oor:name={quoteattr(self.name)} oor:op="fuse"><value>{values}</value></prop>'


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the configuration with what is in it."""

    name: str
    inside: "tuple[Node | Setting | Texts, ...]"
    element: bool = True
    """Whether it is an element of a set (and so replaces what was there) or a fixed group."""

    def xml(self) -> str:
        """The node as LibreOffice's registry writes it."""
        operation = ' oor:op="replace"' if self.element else ""
        return f"<node oor:name={quoteattr(self.name)}{operation}>{''.join(part.xml() for part in self.inside)}</node>"


@dataclass(frozen=True, slots=True)
class Item:
    """Settings or nodes at a path of the configuration."""

    path: str
    inside: Node | Setting

    def xml(self) -> str:
        """The item as LibreOffice's registry writes it."""
        return f"<item oor:path={quoteattr(self.path)}>{self.inside.xml()}</item>\n"


OURS = (
    # 0: formulas of Excel's files are recalculated on opening, always: a handle from another session is no use.
    Item("/org.openoffice.Office.Calc/Formula/Load", Setting("OOXMLRecalcMode", 0)),
    # The workbook's VBA speaks to Excel; here the functions and the menu do its work.
    Item("/org.openoffice.Office.Common/Security/Scripting", Setting("DisableMacrosExecution", True)),
    Item("/org.openoffice.Office.Common/Misc", Setting("ShowTipOfTheDay", False)),
    Item("/org.openoffice.Office.Common/Misc", Setting("FirstRun", False)),
    Item("/org.openoffice.Setup/Product", Setting("WhatsNew", False)),
)


def write_profile(folder: Path, items: Iterable[Item]) -> None:
    """Make a profile in `folder`, with our settings and `items`."""
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    body = "".join(item.xml() for item in (*OURS, *items))
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{body}</oor:items>\n", encoding="utf-8")
