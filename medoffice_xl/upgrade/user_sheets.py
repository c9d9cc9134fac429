"""A sheet of the user's in the new workbook: its cells, formulas, formats, comments, charts and pictures."""

import re
from dataclasses import dataclass, field

from openpyxl.formula.translate import Translator

from medoffice_xl.book.trees import MAIN, Tree, as_bytes, main, tree
from medoffice_xl.upgrade.former import Former
from medoffice_xl.upgrade.parts import not_carried
from medoffice_xl.upgrade.references import Moves, Unfollowed
from medoffice_xl.upgrade.styles import Styles

_CHART_FORMULA = "{http://schemas.openxmlformats.org/drawingml/2006/chart}f"
_EXCEL_FORMULA = "{http://schemas.microsoft.com/office/excel/2006/main}f"
_FORMULA_TAGS = (main("formula"), main("formula1"), main("formula2"), _EXCEL_FORMULA)


@dataclass(slots=True)
class Rewritten:
    """A formula of the user's that is now written otherwise, and where it stands."""

    place: str
    before: str
    after: str


@dataclass(slots=True)
class Told:
    """What an upgrade has to tell: formulas written anew, and what could not be carried."""

    rewritten: list[Rewritten] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)


class UserSheets:
    """Carries the user's sheets. `told` gathers what it has to tell on the way."""

    def __init__(self, former: Former, moves: Moves, styles: Styles, told: Told) -> None:
        self._former, self._moves, self._styles, self._told = former, moves, styles, told

    def content(self, sheet: str) -> bytes:
        """The sheet's part as it shall stand in the new workbook."""
        part = self._former.sheets[sheet]
        self._told.obstacles += [
            f"The sheet “{sheet}” holds {what}." for what in sorted(not_carried(self._former.package, part))
        ]
        root = tree(self._former.package.read(part), part)
        self._unmark(root)
        self._cells(root, sheet)
        for element in root.iter(*_FORMULA_TAGS):
            element.text = self._formula(element.text or "", sheet, f"a rule of the sheet “{sheet}”")
        for rule in root.iter(main("cfRule")):
            if rule.get("dxfId"):
                rule.set("dxfId", str(self._styles.conditional(int(rule.get("dxfId")))))
        for link in root.iter(main("hyperlink")):
            if link.get("location"):
                link.set("location", self._formula(link.get("location"), sheet, f"a link of the sheet “{sheet}”"))
        return as_bytes(root)

    def changed(self, part: str, content: bytes) -> bytes:
        """A part the sheet leads to, as it shall stand: a chart's references follow, a table's formats too."""
        if re.search(r"/charts/chart\d+\.xml$", f"/{part}"):
            root = tree(content, part)
            for element in root.iter(_CHART_FORMULA):
                element.text = self._formula(element.text or "", "", "a chart")
            return as_bytes(root)
        if "/tables/" in f"/{part}":
            return self._table(part, content)
        return content

    def name(self, text: str, name: str) -> str:
        """What a name of the user's points at, in the new workbook."""
        return self._formula(text, "", f"the name {name}")

    def _unmark(self, root: Tree) -> None:
        """Take off what ties the sheet to its former workbook: its code name, and that it was the one in front."""
        for element in root.iter(main("sheetPr")):
            element.attrib.pop("codeName", None)
        for element in root.iter(main("sheetView")):
            element.attrib.pop("tabSelected", None)

    def _cells(self, root: Tree, sheet: str) -> None:
        shared: dict[str, tuple[str, str]] = {}
        for column in root.iter(main("col")):
            if column.get("style"):
                column.set("style", str(self._styles.cell(int(column.get("style")))))
        for row in root.iter(main("row")):
            if row.get("s"):
                row.set("s", str(self._styles.cell(int(row.get("s")))))
            for cell in row:
                self._cell(cell, sheet, shared)

    def _cell(self, cell: Tree, sheet: str, shared: dict[str, tuple[str, str]]) -> None:
        cell.set("s", str(self._styles.cell(int(cell.get("s", "0")))))
        cell.attrib.pop("vm", None)
        formula = cell.find(main("f"))
        if formula is None or formula.get("t") != "array":
            cell.attrib.pop("cm", None)
        if formula is not None:
            self._put_formula(cell, formula, sheet, shared)
        if cell.get("t") == "s":
            self._inline(cell)

    def _put_formula(self, cell: Tree, formula: Tree, sheet: str, shared: dict[str, tuple[str, str]]) -> None:
        place = cell.get("r")
        text = formula.text or ""
        if formula.get("t") == "shared":
            group = formula.get("si")
            if text:
                shared[group] = (place, text)
            else:
                origin, first = shared[group]
                text = Translator(f"={first}", origin=origin).translate_formula(place)[1:]
            for attribute in ("t", "si", "ref"):
                formula.attrib.pop(attribute, None)
        formula.text = self._formula(text, sheet, f"{sheet}!{place}")

    def _inline(self, cell: Tree) -> None:
        """A shared text as the cell's own: the new workbook has shared texts of its own."""
        value = cell.find(main("v"))
        if value is None:
            return
        number = int(value.text)
        inner = self._former.shared[number] if number < len(self._former.shared) else b""
        item = tree(b'<is xmlns="%s">%s</is>' % (MAIN.encode(), inner), "xl/sharedStrings.xml")
        cell.replace(value, item)
        cell.set("t", "inlineStr")

    def _formula(self, text: str, sheet: str, where: str) -> str:
        if not text:
            return text
        try:
            now = self._moves.formula(text, sheet)
        except Unfollowed as why:
            self._told.obstacles.append(f"{where}: {why}.")
            return text
        if now != text:
            self._told.rewritten.append(Rewritten(where, text, now))
        return now

    def _table(self, part: str, content: bytes) -> bytes:
        root = tree(content, part)
        for element in root.iter():
            for attribute in [name for name in element.attrib if name.endswith("DxfId")]:
                element.set(attribute, str(self._styles.conditional(int(element.get(attribute)))))
        for element in root.iter(main("calculatedColumnFormula"), main("totalsRowFormula")):
            element.text = self._formula(element.text or "", "", f"the table {root.get('displayName')}")
        return as_bytes(root)
