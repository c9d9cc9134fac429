"""What a click on the ribbon does: `run("denials")`, called by the workbook's VBA through RunPython."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

import xlwings

from medoffice_xl.areas import actions
from medoffice_xl.errors import BadArgument, MedOfficeError
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.excel.complaints import tell
from medoffice_xl.hosts.excel.progress import Progress, progress
from medoffice_xl.hosts.excel.version import check_version
from medoffice_xl.lake.database import told_in_words

Runner = Callable[[xlwings.Book, Progress], None]


def run(action_id: str) -> None:
    """Run one action of the catalogue on the workbook that called; whatever goes wrong is told in plain words."""
    book = xlwings.Book.caller()
    label = next((action.label for action in actions() if action.id == action_id), action_id)
    trouble = ""
    try:
        check_version(book)
        with told_in_words(), progress(book, label) as say:
            _runner(action_id)(book, say)
    except MedOfficeError as error:
        trouble = f"{error}\n\nNothing was changed."
    except Exception as error:
        log = write_down(error, label)
        trouble = (
            f"“{label}” could not be finished, and nothing was changed. Try again when no cell is being edited; if it "
            f"fails again, send the file {log} to whoever looks after this workbook. It holds no patient data."
        )
    if trouble:
        tell(book, trouble)


def _runner(action_id: str) -> Runner:
    """What runs an action: its own module, imported at the click, or else the report of the action's name."""
    action = next((action for action in actions() if action.id == action_id), None)
    if action is None:
        raise BadArgument(f"This version of medoffice_xl has no action “{action_id}”. Update it, or the workbook.")
    if not action.runner:
        return partial(import_module(f"{__package__}.reports").run, action_id)
    module, _, function = action.runner.rpartition(".")
    runner: Runner = getattr(import_module(f"{__package__}.{module}"), function)
    return runner
