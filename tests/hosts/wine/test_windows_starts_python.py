"""The class that Windows starts Python by: one process for all workbooks, their tables apart, ended with the last."""

import time
from collections.abc import Iterator

import pytest
from example_arguments import example_arguments
from wine_python import PYTHON, StandIn, end_wine, install_checkout, packed, run

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.shelf import SUPERSEDED
from medoffice_xl.hosts.server import LINGER
from medoffice_xl.windows.server_class import AT_WORK

CELL = "[PracticeManager.xlsm]Handles!$B$2"


@pytest.fixture
def workbooks() -> Iterator[tuple[StandIn, StandIn]]:
    """Two workbooks of one name, each in an Excel of its own."""
    end_wine()
    install_checkout()
    first, second = StandIn(), StandIn()
    yield first, second
    first.close()
    second.close()


def load(workbook: StandIn, charge: float) -> str:
    """Load a table with this charge from the same cell; its handle."""
    cell = CATALOGUE["LOAD_TABLE"]
    name, (headers, first, *others) = example_arguments(cell)
    changed = [charge if header == "Charge" else value for header, value in zip(headers, first, strict=True)]
    arguments = [CELL, name, packed([headers, changed, *others])]
    return workbook.ask("call", module=cell.module, function=cell.name, arguments=arguments)["value"]


def test_one_process_two_workbooks_apart_and_the_end(workbooks):
    first, second = workbooks
    process = first.ask("process")
    assert second.ask("process") == process

    mine = load(first, 50.0)
    for number in range(SUPERSEDED + 2):
        load(second, 100.0 + number)
    assert mine.startswith("charges ")
    assert first.ask("holds", handle=mine) == "True"

    first.ask("let_go")
    assert second.ask("holds", handle=mine) == "False"
    assert second.ask("is_running", process=process)

    second.ask("let_go")
    until = time.monotonic() + LINGER + 20
    while first.ask("is_running", process=process) and time.monotonic() < until:
        time.sleep(0.5)
    assert not first.ask("is_running", process=process)


def test_a_button_is_refused_in_words_while_another_is_at_work_and_runs_afterwards():
    """As COM does it: the call of the second workbook comes in while the first one's button calls Excel."""
    code = (
        "import builtins\n"
        "from medoffice_xl.hosts.server.workbook_server import WorkbookServer\n"
        "class Held:\n"
        "    def one_more(self): pass\n"
        "    def one_less(self): pass\n"
        "first, second = WorkbookServer(Held()), WorkbookServer(Held())\n"
        "def press():\n"
        "    try: second.Exec('print(1)')\n"
        "    except Exception as error: print(error.scode, error.description)\n"
        "builtins.press = press\n"
        "first.Exec('press()')\n"
        "try: first.Exec('1 / 0')\n"
        "except ZeroDivisionError: print('broken')\n"
        "second.Exec('print(2)')\n"
    )
    install_checkout()
    answer = run(PYTHON, "-c", code)
    refused, broken, after = answer.stdout.splitlines()
    assert refused.startswith(f"{AT_WORK} Another button is still at work")
    assert refused.endswith("Wait until it is done, and press again.")
    assert (broken, after) == ("broken", "2"), answer.stderr


def test_what_is_registered_is_found_and_taken_out_again():
    code = (
        "from medoffice_xl.windows import registration as r; from pathlib import Path; import sys; "
        "p = Path(sys.executable); r.register(p, [p]); print(r.registered() is not None and r.registered().needs[0] == "
        "str(p)); r.unregister(); r.unregister(); print(r.registered())"
    )
    answer = run(PYTHON, "-c", code)
    assert answer.stdout.split() == ["True", "None"], answer.stderr
