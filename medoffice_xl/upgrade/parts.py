"""Copying a part with everything it points to from one workbook into another: under a free name, with its type."""

import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import count

from medoffice_xl.book.package import Package
from medoffice_xl.book.trees import CONTENT_TYPES, PACKAGE_RELATIONS, Tree, as_bytes, read_tree, tree

TYPES = "[Content_Types].xml"
_NO_RELATIONS = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode()
NOT_CARRIED = {
    "pivotTable": "a pivot table",
    "pivotCacheDefinition": "a pivot table",
    "slicer": "a slicer",
    "timeline": "a timeline",
    "queryTable": "a data query",
    "control": "a form control",
    "ctrlProp": "a form control",
    "oleObject": "an embedded object",
    "package": "an embedded object",
}
"""Kinds of things, by the end of their relation's name, that need more of a workbook than their own parts."""


def relations(package: Package, part: str) -> Iterator[Tree]:
    """What a part points to, relation by relation."""
    rels = relations_of(part)
    if rels in package:
        yield from read_tree(package, rels)


def relations_of(part: str) -> str:
    """The part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def kind(relation: Tree) -> str:
    """What a relation is of, such as drawing."""
    return str(relation.get("Type")).rpartition("/")[2]


def target(part: str, relation: Tree) -> str:
    """The part a relation points to."""
    found = posixpath.join("/", posixpath.dirname(part), relation.get("Target"))
    return posixpath.normpath(found).lstrip("/")


def is_outside(relation: Tree) -> bool:
    """Whether a relation points out of the workbook, as a link to a page does."""
    return bool(relation.get("TargetMode") == "External")


def not_carried(package: Package, part: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """What a part leads to that cannot be carried, in words."""
    found: set[str] = set()
    for relation in relations(package, part):
        if is_outside(relation):
            continue
        if kind(relation) in NOT_CARRIED:
            found.add(NOT_CARRIED[kind(relation)])
        elif (leads_to := target(part, relation)) not in seen and leads_to in package:
            found |= not_carried(package, leads_to, seen | {part})
    return found


class Copies:
    """Copies parts of `former` into `new`; a part that several others point to is copied once."""

    def __init__(self, former: Package, new: Package, change: Callable[[str, bytes], bytes]) -> None:
        """`change` gets a part's name and content and returns the content it shall have."""
        self._former, self._new, self._change = former, new, change
        self._types, self._former_types = read_tree(new, TYPES), read_tree(former, TYPES)
        self._copied: dict[str, str] = {}

    def copy(self, part: str, content: bytes | None = None) -> str:
        """Copy a part, with other content where it is given; returns its name in the new workbook."""
        if part in self._copied:
            return self._copied[part]
        name = self._copied[part] = self._free(part)
        self._new.add(name, self._change(part, self._former.read(part)) if content is None else content)
        self._say_type(part, name)
        self.copy_relations(part, name)
        return name

    def copy_relations(self, part: str, name: str, wanted: Callable[[Tree], bool] = lambda _: True) -> None:
        """Copy all that a part points to, and its relations, for its copy of that name."""
        rels = relations_of(part)
        if rels not in self._former:
            return
        root = read_tree(self._former, rels)
        for relation in list(root):
            if not wanted(relation):
                root.remove(relation)
            elif not is_outside(relation) and target(part, relation) in self._former:
                relation.set("Target", "/" + self.copy(target(part, relation)))
        self._new.add(relations_of(name), as_bytes(root))

    def relate(self, part: str, kind_of: str, leads_to: str) -> str:
        """Let a part of the new workbook point to another; returns the relation's id."""
        rels = relations_of(part)
        root = read_tree(self._new, rels) if rels in self._new else tree(_NO_RELATIONS, rels)
        taken = {relation.get("Id") for relation in root}
        number = next(number for number in count(len(taken) + 1) if f"rId{number}" not in taken)
        named = {"Id": f"rId{number}", "Type": kind_of, "Target": f"/{leads_to}"}
        root.append(root.makeelement(f"{{{PACKAGE_RELATIONS}}}Relationship", named))
        if rels in self._new:
            self._new.replace(rels, as_bytes(root))
        else:
            self._new.add(rels, as_bytes(root))
        return f"rId{number}"

    def save(self) -> None:
        """Write the content types."""
        self._new.replace(TYPES, as_bytes(self._types))

    def _free(self, part: str) -> str:
        stem, extension = posixpath.splitext(part)
        base = re.sub(r"\d+$", "", stem)
        number = 1
        while f"{base}{number}{extension}" in self._new:
            number += 1
        return f"{base}{number}{extension}"

    def _say_type(self, part: str, name: str) -> None:
        for entry in self._former_types:
            if entry.get("PartName") == f"/{part}":
                self._add_type("Override", "PartName", f"/{name}", entry.get("ContentType"))
                return
        extension = posixpath.splitext(part)[1].lstrip(".").casefold()
        known = {entry.get("Extension", "").casefold() for entry in self._types}
        for entry in self._former_types:
            if extension not in known and entry.get("Extension", "").casefold() == extension:
                self._add_type("Default", "Extension", extension, entry.get("ContentType"))

    def _add_type(self, tag: str, attribute: str, value: str, content_type: str) -> None:
        entry = self._types.makeelement(f"{{{CONTENT_TYPES}}}{tag}", {attribute: value, "ContentType": content_type})
        place = sum(one.tag.endswith("Default") for one in self._types) if tag == "Default" else len(self._types)
        self._types.insert(place, entry)
