"""The cell functions of the workbook, one file an area. Importing this registers them all: a new file is found."""

from importlib import import_module
from pkgutil import iter_modules

__all__ = sorted(module.name for module in iter_modules(__path__))  # noqa: PLE0605 (found, not listed)

for _name in __all__:
    import_module(f"{__name__}.{_name}")
