"""The class by which a workbook asks Windows for Python: the same for every workbook, in every version."""

PROGRAM_ID = "MedOfficeXL.Server"
"""What VBA's CreateObject is given."""

CLASS_ID = "{7D19E3CA-8ABF-57C8-BFE1-E6FF58086804}"

MODULE = "medoffice_xl.hosts.server"
"""What Python runs when Windows starts it."""

APP, SECTION, PROGRAM, NEEDS = "medoffice_xl", "Python", "Program", "Needs"
"""Where VBA's GetSetting finds what was registered: the program, and the files that it cannot start without."""

STARTING = "Starting"
"""Where VBA notes that it asked for Python and has no answer yet; empty once it has one."""

PARTED_BY = "|"
"""Between those files; no path has one."""

AT_WORK = -2147220903
"""The number of the error that a button gets while another one is at work: VBA then shows its words alone."""

WAY = "PYTHON STARTED BY"
"""The setting of the workbook that says how Python is started."""

BY_WINDOWS, BY_XLWINGS = "Windows", "xlwings"
"""Its values: by the class, or by the library of xlwings, which makes Excel start a command line."""

XLWINGS_PROGRAM = "Interpreter_Win"
"""The setting of the workbook that says which program xlwings' library starts."""
