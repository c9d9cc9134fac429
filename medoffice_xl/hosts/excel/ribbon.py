"""What a click on the ribbon does: `run("denials")`, called by the workbook's VBA through RunPython."""

from collections.abc import Callable
from importlib import import_module

import xlwings

from medoffice_xl.actions import ACTIONS
from medoffice_xl.errors import BadArgument, MedOfficeError
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.excel.complaints import tell
from medoffice_xl.hosts.excel.progress import Progress, progress

Runner = Callable[[xlwings.Book, Progress], None]

RUNNERS = {
    "import_files": "import_files.run",
    "import_medicare": "import_files.run_medicare",
    "refresh": "refresh.run",
    "remittance_check": "reports.remittance_check",
    "open_receivables": "reports.open_receivables",
    "denials": "reports.denials",
    "voucher_check": "reports.voucher_check",
    "underpaid_claims": "underpaid_claims.run",
    "appeal_letters": "appeal_letters.run",
    "inferred_rates": "reports.inferred_rates",
    "explain": "explain.run",
    "problems": "problems.run",
}
"""What runs each action. Imported at the click: a report need not wait for the readers of files."""


def run(action_id: str) -> None:
    """Run one action of the catalogue on the workbook that called; whatever goes wrong is told in plain words."""
    book = xlwings.Book.caller()
    label = next((action.label for action in ACTIONS if action.id == action_id), action_id)
    trouble = ""
    try:
        with progress(book, label) as say:
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
    if action_id not in RUNNERS:
        raise BadArgument(f"This version of medoffice_xl has no action “{action_id}”. Update it, or the workbook.")
    module, _, function = RUNNERS[action_id].rpartition(".")
    runner: Runner = getattr(import_module(f"{__package__}.{module}"), function)
    return runner
