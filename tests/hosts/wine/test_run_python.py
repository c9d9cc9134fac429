"""The ribbon's RunPython by its real command line, and through the COM server, on a fake workbook."""

import pytest

from medoffice_xl.windows.server_class import BY_WINDOWS, BY_XLWINGS

ROUTES = pytest.mark.parametrize(
    ("excel", "through_server"),
    [(BY_WINDOWS, True), (BY_XLWINGS, True), (BY_XLWINGS, False)],
    indirect=["excel"],
    ids=["in the server that Windows starts", "in the server that xlwings starts", "in a process of its own"],
)
"""A process of its own is started by VBA's command line alone, whoever starts the server."""

SAY = (
    "import xlwings; xlwings.App.alert = lambda app, words, **how: setattr("
    "__import__('xlwings').Book.caller().sheets['Data'].range('A1'), 'value', words); "
)
"""The message box writes into a cell instead; a name of the code itself is unknown inside a lambda of the server."""

RUN = "from medoffice_xl.hosts.excel import run; "


@ROUTES
def test_a_button_does_its_work_and_says_what_it_does(excel, through_server):
    done = excel.ask("run_python", code=RUN + "run('problems')", through_server=through_server)
    assert done["shown"] == ""
    assert "Problems" in done["activated"]
    assert done["status"] == ["Problems: going to the sheet …", False]


@ROUTES
def test_a_mistake_is_told_in_plain_words(excel, through_server):
    done = excel.ask("run_python", code=SAY + RUN + "run('moon_phase')", through_server=through_server)
    assert done["shown"] == ""
    assert "no action “moon_phase”" in done["said"]


@ROUTES
def test_what_nobody_foresaw_goes_to_the_log_without_a_traceback_on_screen(excel, through_server):
    # The fake sheets have no tables, which a real Excel always has.
    done = excel.ask("run_python", code=SAY + RUN + "run('denials')", through_server=through_server)
    assert done["shown"] == ""
    assert "could not be finished, and nothing was changed" in done["said"]
    assert "errors.log" in done["said"]
    assert "Traceback" not in done["said"]


@ROUTES
def test_python_that_fails_outside_our_hands_is_shown(excel, through_server):
    done = excel.ask("run_python", code="import no_such_module", through_server=through_server)
    assert "No module named 'no_such_module'" in done["shown"]
