"""The collector is off within, and afterwards as it was before."""

import gc

import pytest

from medoffice_xl.book.without_collection import without_collection


@pytest.mark.parametrize("looking", [True, False])
def test_the_collector_is_afterwards_what_it_was_before(looking):
    before = gc.isenabled()
    try:
        (gc.enable if looking else gc.disable)()
        with pytest.raises(ValueError, match="x"), without_collection():
            assert not gc.isenabled()
            raise ValueError("x")
        assert gc.isenabled() is looking
    finally:
        (gc.enable if before else gc.disable)()
