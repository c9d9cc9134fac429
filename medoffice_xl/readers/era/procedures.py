"""The procedures of service lines (SVC01, SVC06), taken apart: code and modifiers.

A composite reads qualifier, code, up to four modifiers, description. Few different ones occur in a file, so each is
taken apart once; what follows the modifiers is not looked at.
"""

import pyarrow as pa

from medoffice_xl.readers.era.columns import texts

_MODIFIERS = 4


def with_procedures(services: pa.Table, component: bytes) -> pa.Table:
    """The table with `code`, `mod1` to `mod4`, `billed_code` and `billed_mods` in place of the composites."""
    paid, paid_places = _parts(services, "procedure", component)
    billed, billed_places = _parts(services, "billed_procedure", component)
    columns = {
        "code": _spread([parts[0] for parts in paid], paid_places),
        **{f"mod{n}": _spread([parts[n] for parts in paid], paid_places) for n in range(1, _MODIFIERS + 1)},
        "billed_code": _spread([parts[0] for parts in billed], billed_places),
        "billed_mods": _spread([" ".join(filter(None, parts[1:])) for parts in billed], billed_places),
    }
    rest = services.drop_columns(["procedure", "billed_procedure"])
    return pa.table({**{name: rest.column(name) for name in rest.column_names}, **columns})


def _parts(services: pa.Table, name: str, component: bytes) -> tuple[list[list[str]], pa.Array]:
    """Code and modifiers of each different composite of a column, and which of them each line has."""
    encoded = texts(services, name).dictionary_encode()
    separator = component.decode("latin-1")
    whole = [text.split(separator)[1 : _MODIFIERS + 2] for text in encoded.dictionary.to_pylist()]
    return [parts + [""] * (_MODIFIERS + 1 - len(parts)) for parts in whole], encoded.indices


def _spread(values: list[str], places: pa.Array) -> pa.Array:
    return pa.array(values, pa.large_string()).take(places)
