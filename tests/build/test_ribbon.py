import re
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from medoffice_xl.areas import actions
from medoffice_xl.build.pages import pages
from medoffice_xl.build.project import own_modules
from medoffice_xl.build.ribbon import NAMESPACE, faults, ribbon_xml
from medoffice_xl.build.ribbon_menus import LONGEST_LABEL
from medoffice_xl.tables import TABLES

MODULES = {module.name: module.source for module in own_modules()}


def changed(number: int, **changes: object):
    return [replace(action, **changes) if place == number else action for place, action in enumerate(actions())]


def test_the_ribbon_has_no_faults():
    assert faults(ribbon_xml(), MODULES) == []


def test_every_action_has_a_button_in_its_group_and_explain_is_in_the_cells_menu():
    text = ribbon_xml()
    for action in actions():
        assert f'tag="{action.id}"' in text
        assert f'label="{action.group}"' in text
    assert '<contextMenu idMso="ContextMenuCell">' in text
    assert text.count('tag="explain"') == 2


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"image": "NoSuchIcon"}, "NoSuchIcon is not among the icons"),
        ({"keytip": actions()[1].keytip}, "is used twice"),
        ({"keytip": "toolong"}, "a key tip is"),
        ({"supertip": "x" * 1025}, "supertip is longer"),
        ({"id": actions()[1].id}, f"the id button_{actions()[1].id} is used twice"),
    ],
)
def test_a_bad_button_is_found(changes, fault):
    actions = changed(0, **changes)
    assert any(fault in found for found in faults(ribbon_xml(actions), MODULES, actions))


@pytest.mark.parametrize(
    "signature",
    ["Private Sub OnAction(control As IRibbonControl)", "Public Sub OnAction()", "Public Function OnAction(control)"],
)
def test_a_callback_of_the_wrong_shape_is_found(signature):
    found = faults(ribbon_xml(), {"modRibbon": f"{signature}\nEnd Sub\n"})
    assert len([fault for fault in found if "no Public Sub OnAction(" in fault]) == len(actions()) + 1


def test_an_action_without_a_button_and_a_button_without_action_are_found():
    assert any("has no button" in fault for fault in faults(ribbon_xml(actions()[1:]), MODULES))
    assert any("is no action" in fault for fault in faults(ribbon_xml(), MODULES, actions()[1:]))


def test_go_to_leads_to_every_page_and_sheet_of_data():
    ways = set(re.findall(r'tag="([^"]+)"[^>]*onAction="OnGoTo"', ribbon_xml()))
    assert {page.name for page in pages()} | {table.sheet for table in TABLES.values()} == ways


def test_refresh_has_a_group_of_its_own():
    assert [action.id for action in actions() if action.group == "Figures"] == ["refresh"]


def test_many_buttons_of_one_duty_stand_in_a_menu():
    """Of an area; two areas' single buttons stand for themselves."""
    few = [replace(action, large=False, group="Reports") for action in actions()]
    buttons = fromstring(ribbon_xml(few)).iter(f"{{{NAMESPACE}}}group")
    menus = [menu.get("label") for group in buttons for menu in group.findall(f"{{{NAMESPACE}}}menu")]
    assert "Fee compliance" in menus
    assert "Denials" not in menus
    assert faults(ribbon_xml(few), MODULES, few) == []


def test_every_label_of_a_menu_is_short_enough_to_be_read():
    labels = [button.get("label") for button in fromstring(ribbon_xml()).iter(f"{{{NAMESPACE}}}button")]
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


def test_words_from_the_catalogue_cannot_break_the_markup():
    actions = changed(0, label='A & B <"C">')
    assert 'label="A &amp; B &lt;&quot;C&quot;&gt;"' in ribbon_xml(actions)
    assert faults(ribbon_xml(actions), MODULES, actions) == []
