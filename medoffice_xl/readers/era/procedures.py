"""The procedures of service lines (SVC01, SVC06), taken apart: code and modifiers.

A composite reads qualifier, code, up to four modifiers, description. Each different one of a file is taken apart
once; what follows the modifiers is not looked at.
"""

import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.columns import spaced, spread, texts

_MODIFIERS = ("mod1", "mod2", "mod3", "mod4")
_PARTS = ("code", *_MODIFIERS)


def with_procedures(services: pa.Table, component: bytes) -> pa.Table:
    """The table with `code`, `mod1` to `mod4`, `billed_code` and `billed_mods` in place of the composites."""
    paid, of_line = _parts(services, "procedure", component)
    billed, billed_of_line = _parts(services, "billed_procedure", component)
    columns = {name: spread(paid[name], of_line) for name in _PARTS} | {
        "billed_code": spread(billed["code"], billed_of_line),
        "billed_mods": spread(spaced(*(billed[name] for name in _MODIFIERS)), billed_of_line),
    }
    rest = services.drop_columns(["procedure", "billed_procedure"])
    return pa.table({**{name: rest.column(name) for name in rest.column_names}, **columns})


def _parts(services: pa.Table, name: str, component: bytes) -> tuple[dict[str, pa.Array], pa.Array]:
    """Code and modifiers of each different composite of a column, and which of them each line has."""
    encoded = texts(services, name).dictionary_encode()
    lists = pc.split_pattern(encoded.dictionary, component.decode("latin-1"))
    return {part: _nth(lists, place) for place, part in enumerate(_PARTS, start=1)}, encoded.indices


def _nth(lists: pa.Array, place: int) -> pa.Array:
    """The text at a place of each list; "" where the list is shorter."""
    starts = lists.offsets.to_numpy()
    at = starts[:-1] + place
    return lists.values.take(pa.array(at, mask=at >= starts[1:])).fill_null("")
