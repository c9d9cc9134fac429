"""What all tests share: how many examples a property is tried on, an invented practice, and kinds of frame."""

import gc
import os

import pytest
from hypothesis import settings
from invented_practice import Invented, invented_once
from kinds_of_frame import Convert, converter

from medoffice_xl.sets.unchanging import unchanging

settings.register_profile("desk", max_examples=10, deadline=None)
settings.register_profile("ci", max_examples=30, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_finish() -> None:
    """All tests and what they import stay to the end: the garbage collector leaves them alone, and comes more seldom.

    It took a sixth of the time, for what Python mostly lets go by itself.
    """
    gc.freeze()
    gc.set_threshold(10_000)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Invented:
    """A small invented practice, one for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    return invented_once((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "invented")


@pytest.fixture
def on(request: pytest.FixtureRequest) -> Convert:
    """Turns a pandas frame into one of the kind under test: pandas, unless the test is marked `every_kind`.

    Nobody changes the frames, as nobody changes those behind handles.
    """
    convert = converter(getattr(request, "param", "pandas"))
    return lambda frame: unchanging(convert(frame))
