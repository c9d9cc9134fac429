"""Cell functions and the figures behind them import with pandas and narwhals alone: a host may have nothing else.

The buttons that read no file and write none need xlwings beside them, which is their host.
"""

import subprocess
import sys

SCRIPT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in WITHOUT:
            raise ModuleNotFoundError(name)

WITHOUT = {
    "python_calamine", "openpyxl", "xlsxwriter", "oxedi", "pyarrow", "formualizer", "lxml", "docx", "defusedxml",
    "typer", "rich", "olefile",
}
sys.meta_path.insert(0, Missing())
import udfs
import medoffice_xl.hosts.excel.problems
import medoffice_xl.hosts.excel.reports
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.sets import SETS
from medoffice_xl.tables import TABLES
print(len(CATALOGUE), len(SETS), len(TABLES))
"""


def test_functions_sets_tables_and_reports_need_no_other_library():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    functions, sets, tables = map(int, done.stdout.split())
    assert functions > 40
    assert sets >= 2
    assert tables > 30
