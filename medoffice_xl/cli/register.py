"""`medoffice register`: Windows shall start this Python when a workbook asks for it."""

from typing import Annotated

import typer

from medoffice_xl.cli.app import app, console
from medoffice_xl.windows import registration
from medoffice_xl.windows.interpreter import this_python


@app.command()
def register(
    remove: Annotated[bool, typer.Option("--remove", help="Take the registration out again.")] = False,
) -> None:
    """Let Windows start this Python for Excel, for this user; `init` does it by itself. Run it again after a move."""
    if remove:
        registration.unregister()
        console.print("Windows no longer starts Python for Excel on this account.")
    else:
        register_this_python()


def register_this_python() -> None:
    """Register the Python that runs this; raises UnfitPython, OSError where the registry may not be written."""
    program, needs = this_python()
    registration.register(program, needs)
    console.print(f"Windows starts {program} when a workbook asks for it.", markup=False, soft_wrap=True)
