"""The ribbon tab and the cell's context menu, from the catalogue of actions; and what may be wrong with them.

Office says nothing about a bad ribbon: it leaves out the tab, or shows a button that does nothing. So
`faults` says it when the workbook is built.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from defusedxml.ElementTree import fromstring

from medoffice_xl.actions import Action
from medoffice_xl.areas import actions as all_actions
from medoffice_xl.areas import every
from medoffice_xl.build.ribbon_menus import GO_TO, INSERT, find_group
from medoffice_xl.build.source import source_text

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
TAB = "Practice Manager"
CALLBACK = "OnAction"
IN_CELL_MENU = ("explain",)
"""Actions that are also found by a right click on a cell."""

FIND_AFTER = "Bring in"
"""The group behind which the menus stand that lead to pages and insert figures."""

MOST_BUTTONS = 6
"""Small buttons of a group, in two columns, up to which each stands for itself."""

LONGEST_TIP = 1024
LONGEST_KEYTIP = 3
_MADE_BY = "<!-- Made by `medoffice build` from medoffice_xl/actions.py. Change that, not this file. -->"
_CALLBACKS = {"onAction": "(control As IRibbonControl)"}
_NAMED = re.compile(r"\{.*\}")


def ribbon_xml(actions: Iterable[Action] | None = None) -> str:
    """The text of customUI14.xml."""
    actions = list(all_actions() if actions is None else actions)
    root = Element("customUI", xmlns=NAMESPACE)
    tab = SubElement(SubElement(SubElement(root, "ribbon"), "tabs"), "tab", id="tabPractice", label=TAB, keytip="K")
    for number, (label, members) in enumerate(groupby(actions, key=lambda action: action.group), start=1):
        _group(SubElement(tab, "group", id=f"group{number}", label=label), list(members))
        if label == FIND_AFTER:
            find_group(tab)
    menu = SubElement(SubElement(root, "contextMenus"), "contextMenu", idMso="ContextMenuCell")
    for action in actions:
        if action.id in IN_CELL_MENU:
            SubElement(menu, "button", _button(action, "cell"))
    indent(root)
    return f"{_MADE_BY}\n{tostring(root, encoding='unicode')}\n"


def _group(group: Element, members: Sequence[Action]) -> None:
    """Its buttons; where they are many, those of one duty stand in a menu."""
    small = [action for action in members if not action.large]
    owners = {action.id: area.title for area in every() for action in area.actions}
    duties = Counter(owners.get(action.id, "") for action in small)
    menus: dict[str, Element] = {}
    for action in members:
        duty = owners.get(action.id, "")
        if action.large or len(small) <= MOST_BUTTONS or not duty or duties[duty] == 1:
            size = "large" if action.large else "normal"
            SubElement(group, "button", _button(action, "button"), keytip=action.keytip, size=size)
            continue
        if duty not in menus:
            looks = {"id": f"{group.get('id')}_{action.id}", "label": duty, "imageMso": action.image}
            menus[duty] = SubElement(group, "menu", looks, size="normal")
        SubElement(menus[duty], "button", _button(action, "button"), keytip=action.keytip)


def _button(action: Action, place: str) -> dict[str, str]:
    return {
        "id": f"{place}_{action.id}",
        "tag": action.id,
        "label": action.label,
        "imageMso": action.image,
        "screentip": action.screentip,
        "supertip": action.supertip,
        "onAction": CALLBACK,
    }


def real_images() -> frozenset[str]:
    """The icon ids that were looked up in Office's own list."""
    lines = source_text("office_images.txt").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def faults(ribbon: str, modules: Mapping[str, str], actions: Iterable[Action] | None = None) -> list[str]:
    """What Office would stumble over in silence, one sentence each; `modules` are the VBA sources by name."""
    controls = [control for control in fromstring(ribbon).iter() if _NAMED.sub("", control.tag) not in ("customUI",)]
    buttons = [control for control in controls if _NAMED.sub("", control.tag) == "button"]
    images, known = real_images(), {action.id for action in (all_actions() if actions is None else actions)}
    found = [f"the id {name} is used twice" for name in _repeated(control.get("id") for control in controls)]
    found += [f"the key tip {tip} is used twice" for tip in _repeated(control.get("keytip") for control in controls)]
    for control in controls:
        found += _tip_faults(control)
    for button in buttons:
        found += _button_faults(button, images, known, modules)
    tags = {button.get("tag") for button in buttons if button.get("onAction") == CALLBACK}
    return found + [f"the action {action} has no button" for action in sorted(known - tags)]


def _button_faults(
    button: Element, images: Collection[str], known: Collection[str], modules: Mapping[str, str]
) -> Iterator[str]:
    name, runs = button.get("id", "a button without id"), button.get("onAction", "")
    if button.get("imageMso", "") not in images and runs not in (GO_TO, INSERT):
        yield f"{name}: {button.get('imageMso')} is not among the icons looked up"
    if runs == CALLBACK and button.get("tag") not in known:
        yield f"{name}: {button.get('tag')} is no action"
    for attribute, signature in _CALLBACKS.items():
        if not _has_public_sub(button.get(attribute, ""), signature, modules.values()):
            yield f"{name}: no Public Sub {button.get(attribute)}{signature} in any module"


def _tip_faults(control: Element) -> list[str]:
    name = control.get("id", control.tag)
    found = [
        f"{name}: the {tip} is longer than {LONGEST_TIP} characters"
        for tip in ("label", "screentip", "supertip", "tag")
        if len(control.get(tip, "")) > LONGEST_TIP
    ]
    if not re.fullmatch(rf"[A-Z0-9]{{0,{LONGEST_KEYTIP}}}", control.get("keytip", "")):
        found.append(f"{name}: a key tip is one to {LONGEST_KEYTIP} capital letters or digits")
    return found


def _repeated(values: Iterable[str | None]) -> list[str]:
    given = [value for value in values if value is not None]
    return sorted({value for value in given if given.count(value) > 1})


def _has_public_sub(name: str, signature: str, sources: Iterable[str]) -> bool:
    wanted = re.compile(rf"^Public Sub {re.escape(name)}{re.escape(signature)}\s*$", re.MULTILINE | re.IGNORECASE)
    return bool(name) and any(wanted.search(source) for source in sources)
