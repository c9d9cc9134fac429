import pytest
from example_arguments import example_arguments

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_every_function_has_a_good_example(name):
    """If this fails for a new function, give it a line in SPECIAL of example_arguments.py."""
    value = CATALOGUE[name].call(*example_arguments(CATALOGUE[name]))
    assert value not in (None, [])
