"""A practice's own mapping: its export's headings to the fields of a table, saved as a small JSON file.

{"CPT4": "code", "Tkt": "claim_id"}
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.headers import Match
from medoffice_xl.tables import Column

BESIDE = "mapping.json"
"""A mapping of this name in the folder of an export is used for it."""

NOTHING = "nothing"
"""The field of a column that is not to be read."""

_EXAMPLE = 'It looks like {"CPT4": "code"}.'


def load_mapping(path: Path) -> dict[str, str]:
    """The mapping of a JSON file. Blank entries of a template are left out."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise CannotRead(f"The mapping {path.name} cannot be read ({error}). {_EXAMPLE}") from error
    if not isinstance(content, dict) or not all(isinstance(name, str) for name in content.values()):
        raise CannotRead(f"The mapping {path.name} is not a list of headings and fields. {_EXAMPLE}")
    return {theirs: name for theirs, name in content.items() if name}


def mapping_beside(path: Path) -> dict[str, str]:
    """The mapping that lies beside an export; empty where there is none."""
    beside = path.parent / BESIDE
    return load_mapping(beside) if beside.is_file() else {}


def check_fields(mapping: Iterable[str], known: Iterable[str]) -> None:
    """Raise CannotRead where a mapping names a field that does not exist."""
    names = sorted(set(known))
    strange = sorted(set(mapping) - {*names, NOTHING})
    if strange:
        raise CannotRead(f"The mapping names {_quoted(strange)}, which is no field. Fields: {', '.join(names)}.")


def missing_columns(
    file: str, kind: str, match: Match, missing: Sequence[Column], columns: Sequence[Column]
) -> CannotRead:
    """The error for a file whose headings do not say enough, with a mapping to fill in."""
    template = json.dumps(dict.fromkeys(match.unused, ""), ensure_ascii=False)
    fields = ", ".join(column.name for column in columns if column.name not in match.places)
    return CannotRead(
        f"{file} looks like {kind}, but has no column for {_quoted(column.header for column in missing)}. "
        f"Its headings are {_quoted(heading for heading in match.headings if heading)}. "
        f"If one of them is meant, save this as {BESIDE} beside the file (or name it with --mapping), "
        f"with the field written beside its heading: {template} Fields: {fields}."
    )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
