"""The `medoffice` command and the rules its sub-commands share.

Exit codes: 0 done, 1 done with problems found, 2 could not.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer
from rich.console import Console

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import in_short, is_fault, write_down
from medoffice_xl.files.words import in_words

DONE, PROBLEMS, COULD_NOT = 0, 1, 2

COMMANDS = (
    "demo",
    "init",
    "import_files",
    "inspect",
    "refresh",
    "ask",
    "upgrade",
    "ledger",
    "group",
    "report",
    "personnel",
    "pack",
    "libreoffice",
    "rate",
    "doctor",
    "register",
    "practice",
    "build",
)
"""Modules of this package, one a command, in the order of the help page."""

OTHERWISE_NAMED = {"import": "import_files"}
"""Commands whose module has another name; `import` is a word of Python itself."""

app = typer.Typer(
    name="medoffice",
    help="Run a medical practice's money from Excel.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def commands() -> None:
    """Run a medical practice's money from Excel."""


console = Console()
complaints = Console(stderr=True)


def load_commands(*only: str) -> typer.Typer:
    """The command with the sub-commands of these modules; with every one of them where none is named."""
    for name in only or COMMANDS:
        import_module(f"medoffice_xl.cli.{name}")
    return app


def main() -> None:
    """Run the command line; whatever goes wrong ends with words and exit code 2, never with a traceback."""
    try:
        load_commands(*asked(sys.argv[1:]))()
    except MedOfficeError as error:
        _give_up(str(error))
    except OSError as error:
        _give_up(f"{error.filename}: {in_words(error)}" if error.filename else str(in_words(error)).capitalize())
    except BaseException as error:
        if not is_fault(error):
            raise
        log = write_down(error, "the command line")
        _give_up(
            f"This could not be finished because of a fault in medoffice ({in_short(error)}). The workbook is as it "
            f"was, or as it shall be. Please send in the file {log}: it says where the fault is, and holds no patient "
            "data."
        )


def asked(words: Sequence[str]) -> tuple[str, ...]:
    """The module of the command that is asked for; none where it is no command's name. All of them take their time."""
    module = OTHERWISE_NAMED.get(words[0], words[0]) if words else ""
    return (module,) if module in COMMANDS else ()


def _give_up(words: str) -> None:
    complaints.print(words, style="red", markup=False, highlight=False)
    sys.exit(COULD_NOT)
