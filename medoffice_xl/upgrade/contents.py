"""The new workbook's table of contents: the user's sheets behind ours, his names, and what these lead to."""

import re

from medoffice_xl.book.package import Package
from medoffice_xl.book.trees import RELATIONS, Tree, as_bytes, main, read_tree
from medoffice_xl.upgrade.former import Former
from medoffice_xl.upgrade.parts import Copies, kind, relations, target
from medoffice_xl.upgrade.user_sheets import UserSheets

WORKBOOK = "xl/workbook.xml"
_SHEET = f"{RELATIONS}/worksheet"
_BUILT_IN = re.compile(r"_xlnm\.(?:Print_Area|Print_Titles|_FilterDatabase)")


def list_sheets(new: Package, copies: Copies, former: Former, sheets: UserSheets, copied: dict[str, str]) -> None:
    """List the copied sheets and the user's names; `copied` gives each sheet's part in the new workbook."""
    root, before = read_tree(new, WORKBOOK), read_tree(former.package, WORKBOOK)
    listed = root.find(main("sheets"))
    states = {sheet.get("name"): sheet.get("state") for sheet in before.iter(main("sheet"))}
    places = {}
    for name, part in copied.items():
        number = max(int(sheet.get("sheetId")) for sheet in listed) + 1
        places[name] = len(listed)
        entry = listed.makeelement(main("sheet"), {"name": name, "sheetId": str(number)})
        if states.get(name) not in (None, "visible"):
            entry.set("state", states[name])
        entry.set(f"{{{RELATIONS}}}id", copies.relate(WORKBOOK, _SHEET, part))
        listed.append(entry)
    _names(root, before, former, sheets, places)
    _external(root, before, former, copies)
    new.replace(WORKBOOK, as_bytes(root))


def _names(root: Tree, before: Tree, former: Former, sheets: UserSheets, places: dict[str, int]) -> None:
    order = [sheet.get("name") for sheet in before.iter(main("sheet"))]
    names = root.find(main("definedNames"))
    for name in before.iter(main("definedName")):
        local = name.get("localSheetId")
        if local is None and name.get("name").lower() not in former.own_names:
            continue
        if local is not None and order[int(local)] not in places:
            continue
        if name.get("name").startswith("_xlnm.") and not _BUILT_IN.fullmatch(name.get("name")):
            continue
        told = {"name": name.get("name")}
        if local is not None:
            told["localSheetId"] = str(places[order[int(local)]])
        if name.get("hidden") in ("1", "true"):
            told["hidden"] = "1"
        if name.get("comment"):
            told["comment"] = name.get("comment")
        made = names.makeelement(main("definedName"), told)
        made.text = sheets.name(name.text or "", name.get("name"))
        names.append(made)
    names[:] = sorted(names, key=lambda one: (one.get("name").casefold(), int(one.get("localSheetId", "-1"))))


def _external(root: Tree, before: Tree, former: Former, copies: Copies) -> None:
    """Links to other workbooks, in their order: formulas call them by number."""
    links = before.find(main("externalReferences"))
    if links is None:
        return
    parts = {relation.get("Id"): relation for relation in relations(former.package, WORKBOOK)}
    made = root.makeelement(main("externalReferences"), {})
    for link in links:
        relation = parts[link.get(f"{{{RELATIONS}}}id")]
        name = copies.copy(target(WORKBOOK, relation))
        entry = made.makeelement(main("externalReference"), {})
        entry.set(f"{{{RELATIONS}}}id", copies.relate(WORKBOOK, relation.get("Type"), name))
        made.append(entry)
    root.find(main("definedNames")).addprevious(made)


def carry_people(former: Package, copies: Copies) -> None:
    """Who wrote threaded comments, where there are any."""
    for relation in relations(former, WORKBOOK):
        if kind(relation) == "person":
            copies.relate(WORKBOOK, relation.get("Type"), copies.copy(target(WORKBOOK, relation)))
