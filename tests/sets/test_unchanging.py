"""What is made of promised tables is made once; everything else is made anew."""

import gc
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pytest
from practice_tables import charges, payments

import medoffice_xl.sets.unchanging
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import KEPT, remembered, unchanging

JUNE_30 = date(2026, 6, 30)


class Thing:
    """Something that can be promised."""


class Counter:
    def __init__(self):
        self.made = 0

    def __call__(self, *given):
        self.made += 1
        return self.made


def test_promised_things_are_asked_once_for_each_question():
    make, thing, other = Counter(), unchanging(Thing()), unchanging(Thing())
    assert [remembered(make, thing, other), remembered(make, thing, other)] == [1, 1]
    assert remembered(make, other, thing) == 2
    assert remembered(make, thing, other, asked=("June",)) == 3
    assert remembered(make, thing, other, asked=("June",)) == 3


def test_a_table_that_is_not_there_is_no_ground_to_ask_again():
    made, thing = Counter(), unchanging(Thing())
    assert remembered(made, thing, None) == remembered(made, thing, None) == 1


def test_without_the_promise_of_all_nothing_is_remembered():
    make, promised, free = Counter(), unchanging(Thing()), Thing()
    assert [remembered(make, promised, free), remembered(make, promised, free)] == [1, 2]


def test_a_thing_that_is_gone_takes_what_was_made_of_it_along():
    make, thing = Counter(), unchanging(Thing())
    remembered(make, thing)
    number = id(thing)
    del thing
    gc.collect()
    for _ in range(1000):  # until one takes the place in memory
        again = unchanging(Thing())
        if id(again) == number:
            break
    assert remembered(make, again) == 2


def test_the_least_recently_used_goes_first():
    make, things = Counter(), [unchanging(Thing()) for _ in range(KEPT)]
    for thing in things:
        remembered(make, thing)
    remembered(make, things[0])
    remembered(make, newcomer := unchanging(Thing()))
    assert remembered(make, things[0]) == 1
    assert remembered(make, newcomer) == KEPT + 1
    assert remembered(make, things[1]) == KEPT + 2


def test_what_fills_the_memory_drives_out_what_was_asked_longest_ago(monkeypatch):
    """Three frames of 8,000 bytes and their index, where two have room."""
    monkeypatch.setattr(medoffice_xl.sets.unchanging, "KEPT_BYTES", 20_000)
    times = []

    def make(_):
        times.append(1)
        return pd.DataFrame({"a": range(1000)})

    first, second, third = (unchanging(Thing()) for _ in range(3))
    for thing in (first, second, first, third):
        remembered(make, thing)
    assert len(times) == 3
    remembered(make, first)
    assert len(times) == 3
    remembered(make, second)
    assert len(times) == 4


def test_figures_of_a_frame_changed_in_place_follow_it():
    lines = charges({"claim_id": "a", "dos": "2026-06-01", "charge": 100})
    posted = payments()
    assert ar_total(lines, posted, JUNE_30).value == 10_000
    lines.loc[0, "charge"] = 25_000
    assert ar_total(lines, posted, JUNE_30).value == 25_000


def test_figures_of_promised_tables_are_the_same_for_every_question():
    lines = charges(
        {"claim_id": "a", "dos": "2026-06-01", "charge": 100},
        {"claim_id": "b", "dos": "2026-06-20", "charge": 70, "payer": "Best"},
    )
    posted = payments({"claim_id": "a", "post_date": "2026-06-15", "amount": 30})
    promised = unchanging(lines.copy()), unchanging(posted.copy())
    for _ in range(2):
        # 100 − 30 + 70; before the payment and the second claim 100
        assert ar_total(*promised, JUNE_30).value == 14_000
        assert ar_total(*promised, date(2026, 6, 10)).value == 10_000
        assert ar_total(*promised, JUNE_30, scope=Scope("Best")).value == 7_000
        assert ar_total(*promised, JUNE_30, scope=Scope("Acme")).value == 7_000


def of_frame(amounts):
    return unchanging(pd.DataFrame({"claim": ["a", "b"], "amount": amounts}))


def claims_of(frame):
    return unchanging(frame[["claim"]])


def test_what_comes_out_as_it_did_before_is_the_very_thing_it_was():
    """An edited amount leaves the claims as they were: what was made of them is not made again."""
    make = Counter()
    before, edited = of_frame([1, 2]), of_frame([1, 3])
    claims = remembered(claims_of, before)
    assert remembered(make, claims) == 1
    assert remembered(claims_of, edited) is claims
    assert remembered(make, remembered(claims_of, edited)) == 1


def test_what_comes_out_otherwise_is_another_thing():
    before = of_frame([1, 2])
    claims = remembered(claims_of, before)
    other = unchanging(pd.DataFrame({"claim": ["a", "c"], "amount": [1, 2]}))
    longer = unchanging(pd.DataFrame({"claim": ["a", "b", "c"], "amount": [1, 2, 3]}))
    renamed = unchanging(pd.DataFrame({"claim": ["a", "b"], "amount": [1, 2]}, index=[5, 6]))
    for frame in (other, longer, renamed):
        found = remembered(claims_of, frame)
        assert found is not claims
        pd.testing.assert_frame_equal(found, frame[["claim"]])


def test_what_is_asked_otherwise_is_another_step():
    def up_to(frame, most):
        return unchanging(frame[frame["amount"] <= most])

    first, second = of_frame([1, 2]), of_frame([1, 3])
    one = remembered(up_to, first, asked=(1,))
    assert remembered(up_to, second, asked=(1,)) is one
    assert remembered(up_to, second, asked=(3,)) is not one
    assert len(remembered(up_to, second, asked=(3,))) == 2


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Piece:
    """Made of frames, as accounts are; whence it came does not tell two apart."""

    day: date
    rows: pd.DataFrame
    marks: tuple[str, ...] = ()
    taken: object = None
    whence: object = field(default=None, compare=False)


def pieces(frame, day, *more):
    return unchanging(Piece(day, frame[["claim"]], *more, whence=Thing()))


def test_a_piece_made_of_frames_that_are_as_they_were_is_the_very_piece_it_was():
    make = Counter()
    piece = remembered(pieces, of_frame([1, 2]), asked=(JUNE_30, ("a", "b")))
    again = remembered(pieces, of_frame([1, 3]), asked=(JUNE_30, ("a", "b")))
    assert again is piece
    assert [remembered(make, piece), remembered(make, again)] == [1, 1]


@pytest.mark.parametrize(
    "other",
    [
        Piece(JUNE_30, pd.DataFrame({"claim": ["a", "c"]}), ("x",)),
        Piece(date(2026, 7, 1), pd.DataFrame({"claim": ["a", "b"]}), ("x",)),
        Piece(JUNE_30, pd.DataFrame({"claim": ["a", "b"]}), ("x", "y")),
        Piece(JUNE_30, pd.DataFrame({"claim": ["a", "b"]}), ("x",), taken=Thing()),
        Piece(JUNE_30, pd.DataFrame({"claim": ["a", "b"]}), ("x",), taken=1),
    ],
    ids=["frame", "day", "marks", "a thing that nobody compares", "kind"],
)
def test_a_piece_with_any_field_otherwise_is_another(other):
    given = iter([Piece(JUNE_30, pd.DataFrame({"claim": ["a", "b"]}), ("x",)), other])

    def step(_):
        return next(given)

    first = remembered(step, unchanging(Thing()))
    assert remembered(step, unchanging(Thing())) is other is not first
