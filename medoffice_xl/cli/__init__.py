"""The command line: `medoffice`, one file a command."""

from medoffice_xl.cli.app import main

__all__ = ["main"]
