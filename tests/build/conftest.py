"""The workbook under test: the real one, built here from source as `medoffice build` builds it."""

import pytest

from medoffice_xl.build import assemble


@pytest.fixture(scope="session")
def built_workbook(tmp_path_factory):
    """The path of the built workbook."""
    path = tmp_path_factory.mktemp("built") / assemble.WORKBOOK
    path.write_bytes(assemble.built_workbook())
    return path
