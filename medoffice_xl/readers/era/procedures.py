"""The procedures of service lines (SVC01, SVC06), taken apart: code and modifiers.

A composite reads qualifier, code, up to four modifiers, description. Each different one of a file is taken apart
once. Of the description, which is not kept, is only asked whether a fifth modifier stands in its place.
"""

import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.columns import spaced, spread, texts

_MODIFIERS = ("mod1", "mod2", "mod3", "mod4")
_PARTS = ("code", *_MODIFIERS)

MORE_MODIFIERS, SHORT_CODE = 1, 2
"""What may be odd about a procedure, as numbers that add up: a fifth modifier; a code that has lost its zeros."""
_MODIFIER = "^[A-Z0-9]{2}$"
_FEW_DIGITS = "^[0-9]{1,4}$"
_HCPCS = "HC"


def with_procedures(services: pa.Table, component: bytes) -> pa.Table:
    """The table with `code`, `mod1` to `mod4`, `billed_code` and `billed_mods` in place of the composites.

    `odd` adds up what is odd about a line's procedures.
    """
    paid, of_line, odd = _parts(services, "procedure", component)
    billed, billed_of_line, billed_odd = _parts(services, "billed_procedure", component)
    columns = {name: spread(paid[name], of_line) for name in _PARTS} | {
        "billed_code": spread(billed["code"], billed_of_line),
        "billed_mods": spread(spaced(*(billed[name] for name in _MODIFIERS)), billed_of_line),
        "odd": pc.bit_wise_or(odd, billed_odd),
    }
    rest = services.drop_columns(["procedure", "billed_procedure"])
    return pa.table({**{name: rest.column(name) for name in rest.column_names}, **columns})


def _parts(services: pa.Table, name: str, component: bytes) -> tuple[dict[str, pa.Array], pa.Array, pa.Array]:
    """Code and modifiers of each different composite of a column; by line, which of them it has and what is odd."""
    encoded = texts(services, name).dictionary_encode()
    lists = pc.split_pattern(encoded.dictionary, component.decode("latin-1"))
    parts = {part: _nth(lists, place) for place, part in enumerate(_PARTS, start=1)}
    return parts, encoded.indices, _odd(lists, parts["code"]).take(encoded.indices)


def _odd(lists: pa.Array, code: pa.Array) -> pa.Array:
    """What is odd about each composite."""
    fifth = pc.match_substring_regex(_nth(lists, len(_PARTS) + 1), _MODIFIER)
    short = pc.and_(pc.equal(_nth(lists, 0), _HCPCS), pc.match_substring_regex(code, _FEW_DIGITS))
    return pc.add(_times(fifth, MORE_MODIFIERS), _times(short, SHORT_CODE))


def _times(found: pa.Array, number: int) -> pa.Array:
    return pc.multiply(pc.cast(found, pa.int8()), pa.scalar(number, pa.int8()))


def _nth(lists: pa.Array, place: int) -> pa.Array:
    """The text at a place of each list; "" where the list is shorter."""
    starts = lists.offsets.to_numpy()
    at = starts[:-1] + place
    return lists.values.take(pa.array(at, mask=at >= starts[1:])).fill_null("")
