"""A VBA project written from source: `vba_project([...]) -> vbaProject.bin`, after [MS-OVBA] and [MS-CFB]."""

from medoffice_xl.build.vba.modules import Kind, Module, read_module, sheet_module
from medoffice_xl.build.vba.project import vba_project

__all__ = ["Kind", "Module", "read_module", "sheet_module", "vba_project"]
