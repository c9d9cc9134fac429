"""The ribbon's menus: the ways to every page and sheet, and the formulas that are ready to be inserted."""

import re
from xml.etree.ElementTree import Element, SubElement

from medoffice_xl.build.go_to import ways
from medoffice_xl.build.ready_formulas import ready_formulas

GO_TO, INSERT = "OnGoTo", "OnInsert"
LONGEST_LABEL = 48


def find_group(tab: Element) -> None:
    """The group with both menus."""
    group = SubElement(tab, "group", id="groupFind", label="Find")
    _go_to(
        SubElement(
            group, "menu", id="menuGoTo", label="Go to", imageMso="GoTo", size="large", keytip="G",
            screentip="Go to a page or sheet",
            supertip="Every page by duty, and every sheet of data, those among them that are hidden.",
        )
    )  # fmt: skip
    _insert(
        SubElement(
            group, "menu", id="menuInsert", label="Insert figure", imageMso="FunctionWizard", size="large", keytip="N",
            screentip="Insert a figure",
            supertip="A ready formula into the selected cell. Change its arguments as you like.",
        )
    )  # fmt: skip


def _go_to(menu: Element) -> None:
    for each in ways():
        below = menu
        if each.folded:
            below = SubElement(
                menu, "menu", id=f"goto_{_plain(each.title)}", label=each.title, imageMso="TableInsert"
            )  # fmt: skip
        elif each.title:
            SubElement(menu, "menuSeparator", id=f"goto_from_{_plain(each.title)}", title=each.title)
        for sheet in each.sheets:
            _way(below, sheet)


def _way(menu: Element, sheet: str) -> None:
    looks = {"id": f"goto_to_{_plain(sheet)}", "tag": sheet, "label": sheet, "onAction": GO_TO}
    SubElement(menu, "button", looks)


def _insert(menu: Element) -> None:
    for category, formulas in ready_formulas():
        below = SubElement(menu, "menu", id=f"insert_{_plain(category)}", label=category, imageMso="FunctionWizard")
        for cell, formula in formulas:
            looks = {
                "id": f"insert_{cell.name}",
                "tag": formula,
                "label": _label(cell.summary, cell.name),
                "screentip": cell.name,
                "supertip": f"{cell.summary}\n{formula}",
                "onAction": INSERT,
            }
            SubElement(below, "button", looks)


def _label(summary: str, name: str) -> str:
    """What the figure is, as far as there is room, and the function's name."""
    words = re.split(r"[:;,.(]", summary)[0].strip()
    room = LONGEST_LABEL - len(name) - 3
    if len(words) > room:
        words = words[: room - 1].rsplit(" ", 1)[0].rstrip() + "…"
    return f"{words} · {name}"


def _plain(words: str) -> str:
    return "".join(character for character in words.title() if character.isalnum())
