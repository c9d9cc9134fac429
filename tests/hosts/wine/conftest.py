"""Everything in this folder needs Wine and the Windows Python that prepare.py makes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from wine_python import PYTHON, StandIn, end_wine, install_checkout, run, why_not

from medoffice_xl.windows.server_class import BY_WINDOWS, BY_XLWINGS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    reason = why_not()
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.wine)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def pyxirr_is_missing() -> bool:
    """Whether this Wine cannot load pyxirr; asked before Excel's stand-in runs, which holds the processor."""
    return bool(run(PYTHON, "-c", "import pyxirr").returncode)


@pytest.fixture(scope="session", params=[BY_WINDOWS, BY_XLWINGS], ids=["Windows starts Python", "xlwings starts it"])
def excel(request: pytest.FixtureRequest, pyxirr_is_missing: bool) -> Iterator[StandIn]:
    """One stand-in for Excel with one COM server behind it, as in a user's session; every test runs both ways.

    Wine begins anew: a server that an earlier run left would answer with the source as it was then.
    """
    end_wine()
    install_checkout()
    stand_in = StandIn(request.param)
    yield stand_in
    stand_in.close()
