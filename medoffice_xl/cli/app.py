"""The `medoffice` command and the rules its sub-commands share.

Exit codes: 0 done, 1 done with problems found, 2 could not.
"""

import sys
from importlib import import_module

import typer
from rich.console import Console

from medoffice_xl.errors import MedOfficeError

DONE, PROBLEMS, COULD_NOT = 0, 1, 2

COMMANDS = (
    "demo",
    "init",
    "import_files",
    "inspect",
    "refresh",
    "upgrade",
    "report",
    "libreoffice",
    "rate",
    "doctor",
    "build",
)
"""Modules of this package, one a command, in the order of the help page."""

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


def load_commands() -> typer.Typer:
    """The command with every sub-command."""
    for name in COMMANDS:
        import_module(f"medoffice_xl.cli.{name}")
    return app


def main() -> None:
    """Run the command line; a user's mistake ends with its message and exit code 2, never a traceback."""
    try:
        load_commands()()
    except MedOfficeError as error:
        complaints.print(str(error), style="red", markup=False, highlight=False)
        sys.exit(COULD_NOT)
