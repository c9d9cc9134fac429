"""Cell functions are imported where Excel waits: with pandas and narwhals, without what reads or writes files."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
CODE = """
import sys
READ_AND_WRITE = {"python_calamine", "openpyxl", "oxedi", "formualizer", "xlsxwriter", "defusedxml", "olefile", "typer",
                  "rich", "docx", "lxml", "icalendar", "ofxparse", "typst", "duckdb", "pyspark"}
class Refused:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in READ_AND_WRITE:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refused)
import udfs
"""


def test_the_functions_are_imported_without_what_reads_and_writes_files():
    done = subprocess.run([sys.executable, "-c", CODE], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
