"""Everything in this folder needs Wine and the Windows Python that prepare.py makes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from wine_python import StandIn, install_checkout, why_not


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    reason = why_not()
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.wine)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def excel() -> Iterator[StandIn]:
    """One stand-in for Excel with one COM server behind it, as in a user's session."""
    install_checkout()
    stand_in = StandIn()
    yield stand_in
    stand_in.close()
