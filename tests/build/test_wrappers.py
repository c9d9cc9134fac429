import re
from dataclasses import replace
from datetime import date

import pytest

import udfs
from medoffice_xl.build import wrappers
from medoffice_xl.build.project import generated_files
from medoffice_xl.build.source import source_text
from medoffice_xl.build.vba import read_module
from medoffice_xl.build.wrappers import function_groups, generated_modules
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.cells.function import CellFunction

OURS = {name: cell for name, cell in CATALOGUE.items() if cell.module.startswith("udfs.")}


@pytest.fixture
def one_function(monkeypatch):
    """Makes a catalogue of a single function, changed as asked."""
    plain = CellFunction(
        name="MPFS_RATE",
        category="Fee schedules",
        summary='What "Medicare" pays.',
        doc="",
        arguments=(
            Argument("code", "The code.", Takes.TEXT, optional=False),
            Argument("date", "The day.", Takes.DATE, optional=True, default=date(2026, 1, 1)),
        ),
        spills=False,
        module="udfs.fees",
        compute=len,
    )

    def only(**changes):
        monkeypatch.setattr(wrappers, "CATALOGUE", {"MPFS_RATE": replace(plain, **changes)})
        return generated_modules()

    return only


def test_a_wrapper_hands_everything_over_by_value(one_function):
    assert one_function()["modUdfsFeeSchedules"].split("\n") == [
        'Attribute VB_Name = "modUdfsFeeSchedules"',
        wrappers.MADE_BY,
        "Option Explicit",
        "",
        "Public Function MPFS_RATE(code As Variant, Optional date_ As Variant) As Variant",
        'Attribute MPFS_RATE.VB_Description = "What ""Medicare"" pays."',
        'Attribute MPFS_RATE.VB_ProcData.VB_Invoke_Func = " \\n20"',
        '    MPFS_RATE = Computed("udfs.fees", "MPFS_RATE", Array(Passed(code), Passed(date_)))',
        "End Function",
        "",
    ]


def test_the_help_names_every_argument(one_function):
    lines = one_function()["modUdfHelp"].split("\n")
    start = lines.index('    Describe "MPFS_RATE", "Practice: Fee schedules", _')
    assert lines[start + 1 : start + 4] == [
        '        "What ""Medicare"" pays.", _',
        '        Array("The code.", _',
        '            "The day.")',
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"summary": "x" * 256},
        {"arguments": (Argument("code", "x" * 256, Takes.TEXT, optional=False),)},
    ],
)
def test_help_that_excel_would_cut_off_is_refused(one_function, changes):
    with pytest.raises(ValueError, match="255"):
        one_function(**changes)


def test_every_cell_function_has_a_wrapper_and_help_and_nothing_else_has():
    modules = generated_modules()
    wrapped = [
        name
        for module, text in modules.items()
        if module != "modUdfHelp"
        for name in re.findall(r"^Public Function (\w+)\(", text, re.MULTILINE)
    ]
    assert sorted(wrapped) == sorted(OURS)
    assert sorted(re.findall(r'^    Describe "(\w+)"', modules["modUdfHelp"], re.MULTILINE)) == sorted(OURS)


def test_every_module_is_one_the_editor_can_hold():
    for text in generated_modules().values():
        read_module(text).stream()


def test_categories_are_numbered_as_excel_numbers_them():
    """The first category of one's own is 20; a wrapper's number points at its category's place."""
    groups = function_groups()
    assert len(set(groups)) == len(groups)
    for module, text in generated_modules().items():
        for name, number in re.findall(r'Attribute (\w+)\.VB_ProcData\.VB_Invoke_Func = " \\n(\d+)"', text):
            assert groups[int(number) - 20] == f"Practice: {OURS[name].category}", module


def test_no_function_is_called_like_a_cell():
    """`AR90` is a cell of the sheet, so a formula could never call it."""
    assert not [name for name in OURS if re.fullmatch(r"[A-Z]{1,3}\d+", name)]


def test_modules_named_by_the_wrappers_can_be_imported_where_excel_calls_them():
    for cell in OURS.values():
        assert getattr(udfs, cell.module.removeprefix("udfs.")) is not None


@pytest.mark.parametrize("path", sorted(generated_files()))
def test_the_committed_text_is_current(path):
    """`medoffice build` writes it."""
    assert source_text(path) == generated_files()[path]
