"""Who the patients are, with small groups hidden."""

from datetime import date

import pytest
from practice_frames import frame

from medoffice_xl.areas.marketing.demographics import demographics
from medoffice_xl.areas.marketing.new_patients import registered
from medoffice_xl.areas.marketing.tables import REGISTRATIONS
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.tables import PAYERS
from tests.kinds_of_frame import every_kind

AS_OF = date(2026, 7, 31)
LIMITS = Thresholds().on(AS_OF)
NO_LIST = PayerNames()


def patients(*groups):
    """Registrations: how many of each, with what they share."""
    rows = [{"first_visit": "2026-07-01", **who} for count, who in groups for _ in range(count)]
    return frame(REGISTRATIONS, *({"account": f"P{place}", **row} for place, row in enumerate(rows)))


def said(registrations, by="age", across="", window=0, payers=NO_LIST):
    return demographics(registered(registrations, AS_OF), by, across, window, LIMITS, payers)


@every_kind
def test_a_list_in_the_order_of_the_bands(on):
    """60, 31 and 9: 9 is hidden, and 31 with it (VERIFIED). 60 of 100 is 60%."""
    registrations = patients((31, {"age_band": "5-17"}), (60, {"age_band": "85+"}), (9, {"age_band": "18-34"}))
    answer = demographics(registered(on(registrations), AS_OF), "age", "", 0, LIMITS, NO_LIST)
    shown = {row[0]: row[1:] for row in answer.body}
    assert list(shown) == ["0-4", "5-17", "18-34", "35-49", "50-64", "65-74", "75-84", "85+", "Total"]
    assert (shown["5-17"], shown["18-34"], shown["85+"]) == (("*", "*"), ("*", "*"), (60, 0.6))
    assert (shown["0-4"], shown["Total"]) == ((0, 0.0), (100, 1.0))


def test_fewer_than_eleven_in_all_tell_nothing():
    answer = said(patients((10, {"sex": "female"})), "sex")
    assert {cell for row in answer.body for cell in row[1:]} == {"*"}
    assert answer.rows_used == 0
    assert said(patients((11, {"sex": "female"})), "sex").body[-1] == ("Total", 11, 1.0)


def test_a_table_of_two_has_the_totals_of_the_lists():
    registrations = patients(
        (40, {"sex": "female", "payer": "A"}), (25, {"sex": "male", "payer": "A"}),
        (18, {"sex": "female", "payer": "B"}), (7, {"sex": "male", "payer": "B"}),
    )  # fmt: skip
    answer = said(registrations, "payer", "sex")
    assert [column.header for column in answer.columns] == ["Payer", "female", "male", "other", "Total"]
    assert answer.body == [("A", "*", "*", 0, 65), ("B", "*", "*", 0, 25), ("Total", 58, 32, 0, 90)]


def test_the_not_known_stand_last_and_wide_bands_are_four():
    registrations = patients((20, {"age_band": "0-4"}), (15, {"age_band": "5-17"}), (12, {}))
    answer = said(registrations, "wide age")
    assert [(row[0], row[1]) for row in answer.body] == [
        ("0-17", 35), ("18-49", 0), ("50-64", 0), ("65+", 0), ("(not known)", 12), ("Total", 47),
    ]  # fmt: skip


def hidden_note(*counts):
    answer = said(patients(*((count, {"zip3": f"6{place:02d}"}) for place, count in enumerate(counts))), "zip3")
    return any("ask with wider bands" in note for note in answer.notes)


def test_wider_bands_are_offered_where_more_than_two_fifths_of_ten_cells_are_hidden():
    """4 of 10 is not more than 40%; 5 of 10 is; of 9 cells nothing is offered."""
    assert not hidden_note(*[6] * 4, *[50] * 6)
    assert hidden_note(*[6] * 5, *[50] * 5)
    assert not hidden_note(*[6] * 5, *[50] * 4)


def test_only_those_of_the_days():
    registrations = patients((20, {"sex": "male"}), (30, {"sex": "female", "first_visit": "2026-06-30"}))
    assert said(registrations, "sex", window=31).body[-1][1] == 20
    assert said(registrations, "sex", window=32).body[-1][1] == 50


def test_a_payer_goes_by_its_name_on_the_payer_list():
    listed = PayerNames(frame(PAYERS, {"payer": "Acme Health", "aliases": "ACME; AH"}))
    registrations = patients((12, {"payer": "ah"}), (20, {"payer": "Acme Health"}), (11, {"payer": "Birch"}))
    assert [row[:2] for row in said(registrations, "payer", payers=listed).body] == [
        ("Acme Health", 32), ("Birch", 11), ("Total", 43),
    ]  # fmt: skip


def test_a_word_that_is_none_and_nobody():
    with pytest.raises(BadArgument, match="no way to part patients"):
        said(patients((20, {})), "colour")
    with pytest.raises(NoData):
        said(patients((20, {"first_visit": "2026-08-01"})))
