"""The workbook under test: the real one, built here from source as `medoffice build` builds it."""

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from medoffice_xl.build import package
from medoffice_xl.build.workbook import write_sheets


def built() -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    package.add_macros(workbook, write_sheets(workbook))
    workbook.close()
    return package.finish(stream.getvalue())


@pytest.fixture(scope="session")
def built_workbook(tmp_path_factory):
    """The path of the built workbook."""
    path = tmp_path_factory.mktemp("built") / "PracticeManager.xlsm"
    path.write_bytes(built())
    return path
