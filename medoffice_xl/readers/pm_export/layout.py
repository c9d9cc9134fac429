"""Which column of an export is what: from the words of its heading, weighed by what the column holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from medoffice_xl.readers.headers import Match, normalised
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.mapping import NOTHING
from medoffice_xl.readers.pm_export.columns import AMOUNTS, NEEDED
from medoffice_xl.readers.pm_export.contents import (
    fit,
    is_empty,
    looks_like_amounts,
    looks_like_codes,
    looks_like_days,
)
from medoffice_xl.readers.pm_export.fields import FIELDS, ONLY_KNOWN, PRIVATE, Field, Holds
from medoffice_xl.readers.pm_export.posted_headings import posted_field
from medoffice_xl.readers.reader import CERTAIN, NO
from medoffice_xl.readers.seen import Seen, seen_columns, stacked, told_apart
from medoffice_xl.readers.sheets import Cell, Grid

LOOKED_AT = 40
"""Rows among which the heading row is looked for."""

SAMPLED = 200
"""Rows under the headings that show what a column holds."""

ENOUGH = 0.55
"""How well a column must fit a field to be taken for it."""

NEAR = 0.92
"""A second column this close to the best one could be the field as well."""

SEVERAL = frozenset(
    {*AMOUNTS, "trace", "adj_reason", "posted_by", "remit_date", "sec_date", "pat_paid_date", "adj_date"}
)
"""Fields that several columns may be at once."""

_LIGHT = {
    "full": 0.2, "company": 0.2, "number": 0.25, "identifier": 0.25, "name": 0.3, "amount": 0.3, "total": 0.3,
    "gross": 0.3, "rendering": 0.4, "primary": 0.4, "code": 0.5, "date": 0.5, "billed": 0.5, "line": 0.5, "charge": 0.9,
    "procedure": 0.9,
}  # fmt: skip
"""Words that say little by themselves."""

_WHO = ("patient", "insurance", "primary", "secondary", "tertiary", "payer")
"""Words that a heading which stands twice takes from what stands before or above it."""

_WHOLE, _SHUFFLED, _LAST = 1.0, 0.93, 1.5
_RECORDS = frozenset({"charge", "claim", "payment", "credit"})
_OF_RECORD = 0.97
"""What a heading counts less that says of what kind of row it is."""

_STANDS_IN = 0.8
_SAID_IN_SO_MANY_WORDS = 0.6
"""What a heading counts that names a field outright, whatever stands under it: the cells are told of one by one."""


@dataclass(frozen=True)
class Layout:
    """The heading row of a grid (`row`, over `height` rows), its headings, each told from its twins, and the field of
    each column, "" for none.

    `rivals` are columns that could be a field as well as the one taken: (field, heading). `sureness` is how well each
    field's column fits, from 0 to 1. `guesses` are the columns whose cells look like what is lacking, whatever their
    headings say: they are asked about, not taken. `postings` is a list of money without the charges it was posted to.
    """

    row: int
    height: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    sureness: Mapping[str, float] = field(default_factory=dict)
    rivals: tuple[tuple[str, str], ...] = ()
    guesses: Mapping[str, int] = field(default_factory=dict)
    postings: bool = False

    def place(self, name: str) -> int | None:
        """The column of a field; of several the first."""
        return self.fields.index(name) if name in self.fields else None

    def places(self, name: str) -> list[int]:
        """Every column of a field."""
        return [place for place, each in enumerate(self.fields) if each == name]

    @cached_property
    def keys(self) -> Mapping[str, int]:
        """Every column by its field; the second of a field as `name#2`."""
        of_fields: dict[str, list[int]] = {}
        for place, name in enumerate(self.fields):
            if name:
                of_fields.setdefault(name, []).append(place)
        return {
            name if number == 1 else f"{name}#{number}": place
            for name, places in of_fields.items()
            for number, place in enumerate(places, 1)
        }

    def of_key(self, key: str) -> int:
        """The column of a key."""
        return self.keys[key]

    def match(self) -> Match:
        """The same as every reader of a table has it."""
        return Match(self.row + self.height - 1, list(self.headings), dict(self.keys), list(self.rivals))

    def heading(self, name: str) -> str:
        """The file's own heading of a field; the field's name where the file has none."""
        place = self.place(name)
        return name if place is None else self.headings[place]

    def has(self, *names: str) -> bool:
        """Whether every one of these fields has a column."""
        return all(name in self.fields for name in names)

    @property
    def said(self) -> float:
        """How much the headings say, together."""
        return sum(self.sureness.values())

    @property
    def lacking(self) -> tuple[str, ...]:
        """What a charge must have and no column is."""
        if self.postings:
            return ()
        return tuple(
            name for name in NEEDED if name not in self.fields and not (name == "charge" and self.has("debit"))
        )


def find_layout(grid: Grid, mapping: Mapping[str, str] | None = None) -> Layout:
    """The layout of the row, or of the two rows, that say the most; the first such."""
    best, best_score = Layout(0, 1, (), ()), 0.0
    for index in range(min(LOOKED_AT, len(grid.rows))):
        if not _may_be_headings(grid.rows[index]):
            continue
        for height in (1, 2):
            if index + height > len(grid.rows) or (height == 2 and not _may_be_headings(grid.rows[index + 1])):
                continue
            found = layout_of(grid, index, height, mapping)
            if found.headings == best.headings:
                continue
            score = found.said
            if score > best_score * (1.0 if height == 1 else 1.05) + 1e-9:
                best, best_score = found, score
    if not best.headings and grid.rows:
        widest = max(range(len(grid.rows[:LOOKED_AT])), key=lambda index: len(grid.rows[index]))
        return layout_of(grid, widest, 1, mapping)
    return _on_the_first_page(grid, best)


def _on_the_first_page(grid: Grid, found: Layout) -> Layout:
    """The layout at the first rows with its headings: a page further down may show better what the columns hold."""
    if not found.headings:
        return found
    heads = [grid.rows[index : index + found.height] for index in range(found.row + 1)]
    first = next(index for index, rows in enumerate(heads) if _say(rows, found.headings))
    return replace(found, row=first)


def _say(rows: Sequence[Sequence[Cell]], headings: Sequence[str]) -> bool:
    width = max(len(row) for row in rows)
    return tuple(told_apart([stacked(rows, place) for place in range(width)])) == tuple(headings)


def layout_of(grid: Grid, row: int, height: int = 1, mapping: Mapping[str, str] | None = None) -> Layout:
    """The layout that a row of headings (over `height` rows) makes. The user's mapping goes before any guess."""
    heads = grid.rows[row : row + height]
    width = max(len(each) for each in heads)
    headings = told_apart([stacked(heads, place) for place in range(width)])
    said = _in_context([words(_bare(heading)) for heading in headings], grid.rows[row - 1] if row else ())
    samples = [_column(grid, row + height, place) for place in range(width)]
    asked = {normalised(theirs): name for theirs, name in (mapping or {}).items()}
    fixed = {
        place: asked[normalised(heading)] for place, heading in enumerate(headings) if normalised(heading) in asked
    }
    return _assigned(row, height, headings, said, samples, fixed)


def _assigned(
    row: int,
    height: int,
    headings: Sequence[str],
    said: Sequence[tuple[str, ...]],
    samples: Sequence[Sequence[Cell]],
    fixed: Mapping[int, str],
) -> Layout:
    """Every column to the field it fits best, the best fits first; a field that takes one column takes it once."""
    fields = [fixed.get(place, "").replace(NOTHING, "") for place in range(len(headings))]
    sureness = dict.fromkeys(filter(None, fixed.values()), 1.0)
    offers = sorted(
        (
            (score, -place, name)
            for place, phrase in enumerate(said)
            if place not in fixed and phrase
            for name, score in _offers(phrase, samples[place])
        ),
        key=lambda offer: (-offer[0], -offer[1]),
    )
    rivals: list[tuple[str, str]] = []
    decided: set[int] = set(fixed)
    for score, negative, name in offers:
        place = -negative
        if place in decided:
            continue
        if name not in fields or name in SEVERAL or name in ONLY_KNOWN:
            fields[place] = name
            sureness[name] = max(score, sureness.get(name, 0.0))
            decided.add(place)
        elif name == "type" and "description" not in fields and score >= NEAR * sureness[name]:
            fields[place] = "description"
            decided.add(place)
        elif score >= NEAR * sureness[name] and not is_empty(samples[place]):
            rivals.append((name, headings[place]))
            decided.add(place)
    _stand_in(fields, sureness)
    return Layout(row, height, tuple(headings), tuple(fields), sureness, tuple(rivals), _guesses(fields, samples))


def _guesses(fields: Sequence[str], samples: Sequence[Sequence[Cell]]) -> dict[str, int]:
    """For each lacking field that a charge must have, the first free column whose cells are like it."""
    free = [place for place, name in enumerate(fields) if not name]
    guesses: dict[str, int] = {}
    for name, looks in (("dos", looks_like_days), ("code", looks_like_codes), ("charge", looks_like_amounts)):
        if name not in fields:
            found = next((place for place in free if place not in guesses.values() and looks(samples[place])), None)
            if found is not None:
                guesses[name] = found
    return guesses


def _stand_in(fields: list[str], sureness: dict[str, float]) -> None:
    """Where the export has no such column, the only day is the day of service, and a plan names its payer."""
    for lacking, other in (("dos", "post_date"), ("payer", "plan")):
        if lacking not in fields and other in fields:
            fields[fields.index(other)] = lacking
            sureness[lacking] = sureness.pop(other) * _STANDS_IN


def _offers(phrase: tuple[str, ...], cells: Sequence[Cell]) -> Iterator[tuple[str, float]]:
    """The fields that a heading may be, with how well it and its cells fit."""
    posted, sure = posted_field(phrase, cells)
    if posted and sure >= ENOUGH:
        yield posted, sure
    bare = _without_record(phrase)
    for each in FIELDS:
        likeness = max(_likeness(phrase, each), _OF_RECORD * _likeness(bare, each) if _may_lead(bare, each) else 0.0)
        if likeness < ENOUGH:
            continue
        score = likeness * max(fit(cells, each.holds), _SAID_IN_SO_MANY_WORDS if likeness == _WHOLE else 0.0)
        if score >= ENOUGH:
            yield each.name, score


def _without_record(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """A heading without the kind of row it leads with, where two words at least say what the column is.

    Report builders put that before each of their fields: `Charge Primary Payer Name`, `Payment Charge ID`.
    """
    return phrase[1:] if len(phrase) > 2 and phrase[0] in _RECORDS else ()


def _may_lead(bare: tuple[str, ...], known: Field) -> bool:
    """Whether a field may be told by what stands after the kind of row: not an amount, which may be the claim's."""
    return bool(bare) and known.holds not in (Holds.AMOUNT, Holds.DAY, Holds.ANYTHING)


@lru_cache(maxsize=50_000)
def _likeness(phrase: tuple[str, ...], known: Field) -> float:
    """How much the heading says what the field's best phrase says; in so many words, whatever else it may be."""
    if phrase not in known.phrases and (known.never & {*phrase} or (known.needs and not known.needs & {*phrase})):
        return 0.0
    return max((sure * _alike(phrase, own) for own, sure in known.phrases.items()), default=0.0)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one == other:
        return _WHOLE
    if {*one} == {*other}:
        return _SHUFFLED
    ours, theirs = _weights(one), _weights(other)
    shared = sum(min(ours[word], theirs[word]) for word in ours.keys() & theirs.keys())
    return 0.95 * 2 * shared / (sum(ours.values()) + sum(theirs.values()))


@lru_cache(maxsize=10_000)
def _weights(phrase: tuple[str, ...]) -> dict[str, float]:
    """What each word weighs: the last that means something is what the column is, the others tell more of it."""
    weights = {word: _LIGHT.get(word, 1.0) for word in phrase}
    heavy = [word for word in phrase if weights[word] > 0.3]
    if heavy:
        weights[heavy[-1]] *= _LAST
    return weights


def _may_be_headings(row: Sequence[Cell]) -> bool:
    """At least two cells, mostly words: no days, no amounts."""
    filled = [cell for cell in row if cell is not None and str(cell).strip()]
    texts = [cell for cell in filled if isinstance(cell, str) and any(sign.isalpha() for sign in cell)]
    return len(texts) >= 2 and len(texts) >= 0.5 * len(filled)


def _bare(heading: str) -> str:
    """The heading as it stands in the file, without the number of its twin."""
    stem, _, number = heading.rpartition(" (")
    return stem if stem and number.rstrip(")").isdigit() and number.endswith(")") else heading


def _in_context(said: Sequence[tuple[str, ...]], above: Sequence[Cell]) -> list[tuple[str, ...]]:
    """Headings that stand more than once take who they are about from above them, else from what stands before them."""
    twice = {phrase for phrase, times in Counter(said).items() if phrase and times > 1}
    groups = _filled_forward(above, len(said))
    about: tuple[str, ...] = ()
    told: list[tuple[str, ...]] = []
    for place, phrase in enumerate(said):
        own = tuple(word for word in phrase if word in _WHO)
        if phrase == ("identifier",) and place and "patient" in said[place - 1]:
            told.append(("patient", "identifier"))
            continue
        if phrase in twice and not own:
            above_it = tuple(word for word in groups[place] if word in _WHO)
            told.append((*(above_it or about), *phrase))
            continue
        told.append(phrase)
        about = own or about
    return told


def _filled_forward(above: Sequence[Cell], width: int) -> list[tuple[str, ...]]:
    """The labels of groups of columns: each holds until the next one."""
    label: tuple[str, ...] = ()
    groups = []
    for place in range(width):
        cell = above[place] if place < len(above) else ""
        if isinstance(cell, str) and cell.strip():
            label = words(cell.strip())
        groups.append(label)
    return groups


def _column(grid: Grid, first: int, place: int) -> list[Cell]:
    return [row[place] for row in grid.rows[first : first + SAMPLED] if place < len(row)]


def seen(grid: Grid, layout: Layout) -> Seen:
    """The columns as they were understood; what is only known, and what is guessed, is told too."""
    guessed = {place: name for name, place in layout.guesses.items()}
    fields = [
        name if name and name not in ONLY_KNOWN else guessed.get(place, "") for place, name in enumerate(layout.fields)
    ]
    return seen_columns(layout.headings, fields, grid.rows[layout.row + layout.height :][:SAMPLED])


def taken_columns(layout: Layout) -> Match:
    """The columns of which something is taken, for what is said of the others."""
    match = layout.match()
    places = {key: place for key, place in match.places.items() if layout.fields[place] not in ONLY_KNOWN}
    return Match(match.row, match.headings, places, match.rivals)


def private_headings(layout: Layout) -> list[str]:
    """Headings under which it stands who a patient is."""
    return [layout.headings[place] for name in PRIVATE for place in layout.places(name)]


def how_sure(layout: Layout) -> int:
    """How sure it is that these are the headings of a charge export, in percent.

    A service has a day, a code and an amount; that it was done for somebody, on a claim, to be paid by a payer, tells
    it from a list of prices.
    """
    if not layout.fields:
        return NO
    if layout.postings:
        return _POSTINGS
    if layout.lacking:
        known = [name for name in NEEDED if layout.has(name) or name in layout.guesses]
        whose = bool({*layout.fields} & {"claim_id", "visit", "patient_acct"})
        return _ASK if len(known) == len(NEEDED) or (len(known) > 1 and whose) else NO
    said = sum(weight for names, weight in _EVIDENCE if {*layout.fields} & {*names})
    return min(CERTAIN - 1, _SERVICE + said) if said > _HARDLY else _ASK


_SERVICE, _HARDLY = 65, 8
_EVIDENCE = (
    (("claim_id", "visit"), 12),
    (("patient_acct", "patient"), 10),
    (AMOUNTS, 12),
    (("payer",), 8),
    (("post_date", "submit_date"), 6),
    (("type", "debit"), 6),
    (("provider", "units", "pos"), 4),
)
"""What beside day, code and amount tells a charge export, and how much it says."""

_ASK = 40
"""Much of it looks like one, and the user has to say what a column is."""

_POSTINGS = 60
"""Money, its day and whose it is: a list of statements or bills may have as much, and says more of its own."""
