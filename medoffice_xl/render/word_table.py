"""What python-docx has no word for in a table: rules, shade, room about the words, and where it may break."""

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_RULE = "B8C0C8"
_SHADE = "EEF1F4"
_ROOM = {"top": 25, "bottom": 25, "left": 90, "right": 90}
"""Twentieths of a point between a cell's rule and its words."""


def rule_and_shade(table: Any, *, headed: bool) -> None:
    """Thin grey rules about every cell, and a shade behind the headings."""
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", {"val": "single", "sz": "4", "space": "0", "color": _RULE}))
    _add(table, borders, before="w:tblLayout")
    for cell in table.rows[0].cells if headed else ():
        cell._tc.get_or_add_tcPr().append(_element("w:shd", {"val": "clear", "color": "auto", "fill": _SHADE}))


def cells_may_breathe(table: Any) -> None:
    """Room between the rules and the words."""
    room = _element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        room.append(_element(f"w:{side}", {"w": str(_ROOM[side]), "type": "dxa"}))
    _add(table, room, before="w:tblLook")


def one_piece(row: Any) -> None:
    """Let a row go to the next page whole."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def repeat_on_every_page(row: Any) -> None:
    """Let a table's heading row stand again on every page that the table goes on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _add(table: Any, element: Any, before: str) -> None:
    """Put a property where the schema wants it; Word refuses a table whose properties stand in another order."""
    properties = table._tbl.tblPr
    after = properties.find(qn(before))
    if after is None:
        properties.append(element)
    else:
        after.addprevious(element)


def _element(name: str, attributes: Mapping[str, str] | None = None) -> Any:
    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(f"w:{key}"), value)
    return made
