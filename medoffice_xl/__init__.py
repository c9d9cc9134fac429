"""Run a medical practice's money from Excel."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("medoffice_xl")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0.0.0"
