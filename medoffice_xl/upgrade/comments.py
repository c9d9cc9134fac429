"""Comments that a user has put on one of our data sheets: they follow their cells into the new workbook."""

import re

from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Place
from medoffice_xl.book.trees import RELATIONS, Tree, as_bytes, tree
from medoffice_xl.upgrade.parts import Copies, is_outside, kind, relations, target
from medoffice_xl.upgrade.places import Move

KINDS = ("comments", "vmlDrawing", "threadedComment")
_AFTER_DRAWING = re.compile(rb"<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b")
_X = "{urn:schemas-microsoft-com:office:excel}"


def has_comments(package: Package, part: str) -> bool:
    """Whether comments stand on a sheet."""
    return any(kind(relation) in ("comments", "threadedComment") for relation in relations(package, part))


def moved(part: str, content: bytes, move: Move) -> bytes:
    """A part of comments, or of their boxes, with every cell where it now is."""
    root = tree(content, part)
    for element in root.iter():
        if element.get("ref") and re.search(r"[cC]omment$", str(element.tag)):
            goes = move.place(Place.parse(element.get("ref")))
            if goes is not None:
                element.set("ref", str(goes))
        if element.tag == f"{_X}ClientData":
            _box(element, move)
    return as_bytes(root)


def _box(element: Tree, move: Move) -> None:
    row, column, anchor = (element.find(f"{_X}{tag}") for tag in ("Row", "Column", "Anchor"))
    if row is None or column is None:
        return
    goes = move.place(Place(int(row.text) + 1, int(column.text) + 1))
    if goes is None:
        return
    right, down = goes.column - 1 - int(column.text), goes.row - 1 - int(row.text)
    row.text, column.text = str(goes.row - 1), str(goes.column - 1)
    if anchor is not None and anchor.text:
        at = [int(one) for one in anchor.text.split(",")]
        for place, shift in ((0, right), (2, down), (4, right), (6, down)):
            at[place] = max(at[place] + shift, 0)
        anchor.text = ", ".join(map(str, at))


def put_comments(copies: Copies, former: Package, new: Package, parts: tuple[str, str], move: Move) -> None:
    """Copy the comments of a sheet from its former part to its new one."""
    old_part, new_part = parts
    ids = {}
    for relation in relations(former, old_part):
        if kind(relation) in KINDS and not is_outside(relation):
            part = target(old_part, relation)
            name = copies.copy(part, moved(part, former.read(part), move))
            ids[kind(relation)] = copies.relate(new_part, relation.get("Type"), name)
    if "vmlDrawing" in ids:
        content = new.read(new_part)
        element = f'<legacyDrawing xmlns:r="{RELATIONS}" r:id="{ids["vmlDrawing"]}"/>'.encode()
        before = re.search(
            rb"<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b", content
        )
        place = before.start() if before else content.rindex(b"</worksheet>")
        new.replace(new_part, content[:place] + element + content[place:])
