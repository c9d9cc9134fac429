"""The procedures of service lines (SVC01, SVC06), taken apart: code and modifiers.

A composite reads qualifier, code, up to four modifiers, description. Each different one of a file is taken apart
once; what follows the modifiers is not looked at.
"""

import re

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
    between = re.escape(component.decode("latin-1"))
    pattern = f"^[^{between}]*" + "".join(f"(?:{between}(?P<{part}>[^{between}]*))?" for part in _PARTS)
    found = pc.extract_regex(encoded.dictionary, pattern)
    return {part: found.field(part) for part in _PARTS}, encoded.indices
