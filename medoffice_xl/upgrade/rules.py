"""The user's conditional formats on sheets of ours: carried on data sheets, which came with none, named on pages."""

import re
from collections.abc import Callable

from lxml import etree

from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Area
from medoffice_xl.book.trees import Tree, main, tree
from medoffice_xl.upgrade.references import Unfollowed
from medoffice_xl.upgrade.styles import Styles

Follow = Callable[[str], str]
"""A formula or range of the former sheet as it stands now; raises Unfollowed."""

_RULE = re.compile(rb"<(?:\w+:)?cfRule\b")
_CELLS_END = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
_ROOT = re.compile(rb"<(?:\w+:)?worksheet\b[^>]*>")
_BEHIND = re.compile(
    rb"<(?:dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts"
    rb"|extLst)\b|</worksheet>"
)
"""What may stand behind conditional formats, in a sheet as we write it."""


def count_rules(package: Package, part: str) -> int:
    """How many conditional formats a sheet has, those that only newer versions of Excel know among them."""
    return len(_RULE.findall(package.read(part)))


class Rules:
    """The conditional formats of one former data sheet. `obstacles` says what of them cannot be carried, and why."""

    def __init__(self, content: bytes, sheet: str, follow: Follow, styles: Styles) -> None:
        self._sheet, self._follow, self._styles = sheet, follow, styles
        self.obstacles: list[str] = []
        root = _without_cells(content, sheet)
        if any(True for _ in root.iter("{*}conditionalFormattings")):
            self.obstacles.append(f"The sheet {sheet} has data bars or icons that only newer versions of Excel know.")
        self._written = b"".join(filter(None, map(self._carried, root.iter(main("conditionalFormatting")))))

    def onto(self, content: bytes) -> bytes:
        """The new sheet with them."""
        cells_end = _CELLS_END.search(content)
        behind = _BEHIND.search(content, cells_end.end()) if cells_end else None
        if not self._written or behind is None:
            return content
        return content[: behind.start()] + self._written + content[behind.start() :]

    def _carried(self, element: Tree) -> bytes:
        cells = element.get("sqref", "")
        try:
            element.set("sqref", " ".join(map(self._range, cells.split())))
            for formula in element.iter(main("formula")):
                formula.text = self._follow(formula.text or "")
        except Unfollowed as why:
            self.obstacles.append(f"{self._sheet}!{cells}, a conditional format: {why}.")
            return b""
        for rule in element.iter(main("cfRule")):
            if rule.get("dxfId"):
                rule.set("dxfId", str(self._styles.conditional(int(rule.get("dxfId")))))
        written: bytes = etree.tostring(element, with_tail=False)
        return written

    def _range(self, cells: str) -> str:
        """The range as it lies now; raises Unfollowed where columns have come between its own."""
        now = self._follow(cells)
        before, after = Area.parse(cells), Area.parse(now)
        if before.last.column - before.first.column != after.last.column - after.first.column:
            raise Unfollowed(f"the columns of {cells} no longer stand side by side")
        return now


def _without_cells(content: bytes, sheet: str) -> Tree:
    """The sheet's root with what stands behind its cells: the cells of a large table are not gone through for it."""
    root, cells_end = _ROOT.search(content), _CELLS_END.search(content)
    assert root is not None and cells_end is not None
    return tree(root[0] + content[cells_end.end() :], sheet)
