"""The frames a metric is tested on."""

import pytest
from kinds_of_frame import Convert, converter

from medoffice_xl.metrics.unchanging import unchanging


@pytest.fixture
def on(request: pytest.FixtureRequest) -> Convert:
    """Turns a pandas frame into one of the kind under test: pandas, unless the test is marked `every_kind`.

    Nobody changes the frames, as nobody changes those behind handles.
    """
    convert = converter(getattr(request, "param", "pandas"))
    return lambda frame: unchanging(convert(frame))
