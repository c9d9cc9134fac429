from dataclasses import replace

import pytest

from medoffice_xl.areas import actions
from medoffice_xl.build.project import own_modules
from medoffice_xl.build.ribbon import faults, ribbon_xml

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
    assert len([fault for fault in found if "no Public Sub OnAction" in fault]) == len(actions()) + 1


def test_an_action_without_a_button_and_a_button_without_action_are_found():
    assert any("has no button" in fault for fault in faults(ribbon_xml(actions()[1:]), MODULES))
    assert any("is no action" in fault for fault in faults(ribbon_xml(), MODULES, actions()[1:]))


def test_words_from_the_catalogue_cannot_break_the_markup():
    actions = changed(0, label='A & B <"C">')
    assert 'label="A &amp; B &lt;&quot;C&quot;&gt;"' in ribbon_xml(actions)
    assert faults(ribbon_xml(actions), MODULES, actions) == []
