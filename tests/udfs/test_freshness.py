"""Whether figures are current is said by the tables that this process holds."""

import pytest
from practice_frames import frame

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.tables import CHARGES, cells_from_frame

FRESHNESS, PRACTICE = CATALOGUE["FRESHNESS"], CATALOGUE["PRACTICE"]


def practice(charge: int) -> str:
    rows = cells_from_frame(CHARGES, frame(CHARGES, {"claim_id": "A", "dos": "2026-06-01", "charge": charge}))
    return str(PRACTICE.call("charges", [[column.header for column in CHARGES], *rows]))


def test_what_was_loaded_here_is_current():
    assert FRESHNESS.call(practice(90)) == "The figures are current."


def test_a_handle_of_another_session_is_not():
    of_another = practice(90)[:-4] + "0000"
    with pytest.raises(NoData, match="Refresh"):
        FRESHNESS.call(of_another)


def test_an_error_in_the_handles_cell_is_handed_on():
    with pytest.raises(NoData):
        FRESHNESS.call("#N/A")
    with pytest.raises((BadArgument, NoData)):
        FRESHNESS.call("not a handle")
