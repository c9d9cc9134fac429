"""What kind of file it is, from its content, and the reader for it."""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers import charge_master, costs, drug_prices, fee_schedule, pm_export, unit_limits
from medoffice_xl.readers.body import check_mapping
from medoffice_xl.readers.cms_zip import members_of
from medoffice_xl.readers.mapping import mapping_beside
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import grid_of_head, head_of
from medoffice_xl.tables import FEE_SCHEDULES

REMITTANCE = "835"
MEDICARE = "Medicare fee schedule"
KINDS = (
    REMITTANCE,
    pm_export.KIND,
    fee_schedule.KIND,
    MEDICARE,
    drug_prices.KIND,
    unit_limits.KIND,
    charge_master.KIND,
    costs.KIND,
)
"""What `--kind` may say."""

_OF_CMS = {drug_prices.KIND: drug_prices.read, unit_limits.KIND: unit_limits.read}
"""The readers of CMS's quarterly lists of codes."""


def read_file(
    path: Path,
    kind: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    payer: str = "",
    effective: date | None = None,
    today: date | None = None,
) -> Reading:
    """A file as tables. `kind` is one of KINDS; by default it is recognised from the content.

    `mapping` (heading to field) is for charge exports and fee schedules, `payer` and `effective` are for fee
    schedules that lack them, dates after `today` are reported. Raises CannotRead.
    """
    if not path.is_file():
        raise CannotRead(f"{path} is not there. Check the name and the folder.")
    mapping = mapping_beside(path) if mapping is None else mapping
    check_mapping(mapping, (pm_export.COLUMNS, fee_schedule.COLUMNS, charge_master.COLUMNS, costs.COLUMNS))
    kind = kind or kind_of(path, mapping)
    if kind == REMITTANCE:
        return _era().read(path)  # type: ignore[no-any-return]
    if kind == pm_export.KIND:
        return pm_export.read(path, mapping, today)
    if kind == fee_schedule.KIND:
        return fee_schedule.read(path, mapping, payer, effective)
    if kind == MEDICARE or kind in _OF_CMS:
        return _OF_CMS.get(kind, _medicare().read)(path)  # type: ignore[no-any-return]
    if kind == charge_master.KIND:
        return charge_master.read(path, mapping)
    if kind == costs.KIND:
        return costs.read(path, mapping)
    raise CannotRead(f"“{kind}” is no kind of file. Use one of: {', '.join(KINDS)}.")


def read_cms_file(path: Path) -> Reading:
    """One of CMS's own files, and no other: the fee schedule's, base units, drug payment limits, unit limits.

    Raises CannotRead.
    """
    if not path.is_file():
        raise CannotRead(f"{path} is not there. Check the name and the folder.")
    return read_file(path, _cms_zip(path) or _cms_file(head_of(path), path.name) or MEDICARE)


def kind_of(path: Path, mapping: Mapping[str, str] | None = None) -> str:
    """Which of KINDS a file is. Raises CannotRead where its content does not say."""
    zipped = _cms_zip(path)
    if zipped:
        return zipped
    head = head_of(path)
    if not head.strip():
        raise CannotRead(f"{path.name} is empty. Export it again.")
    cms = _cms_file(head, path.name)
    if cms:
        return cms
    for kind, recognises in (
        (pm_export.KIND, pm_export.recognises),
        (costs.KIND, costs.recognises),
        (charge_master.KIND, charge_master.recognises),
        (fee_schedule.KIND, fee_schedule.recognises),
    ):
        if recognises(head, path.name):
            return kind
    if _era().recognises(head, path.name):
        return REMITTANCE
    mapped = set((mapping or {}).values())
    if mapped & {"claim_id", "dos", "charge"}:
        return pm_export.KIND
    if mapped & {"rate", "rate_f", "rate_nf"}:
        return fee_schedule.KIND
    raise CannotRead(f"{path.name} is not a file that is known here. {_seen(head, path.name)}")


def _cms_zip(path: Path) -> str:
    """The kind of a zip that CMS offers; "" for what is no zip. Raises CannotRead for any other zip."""
    with members_of(path) as members:
        if members is None:
            return ""
    if _medicare().is_zip(path):
        return MEDICARE
    if drug_prices.is_zip(path):
        return drug_prices.KIND
    if unit_limits.is_zip(path):
        return unit_limits.KIND
    raise CannotRead(
        f"{path.name} is a zip, and none of CMS's files of fee schedules, drug prices or unit limits is in it. "
        "Unpack it and import the files that are in it."
    )


def _cms_file(head: bytes, name: str) -> str:
    """The kind of one of CMS's own files; "" for any other."""
    if _medicare().recognises(head, name):
        return MEDICARE
    if drug_prices.recognises(head, name):
        return drug_prices.KIND
    return unit_limits.KIND if unit_limits.recognises(head, name) else ""


def _seen(head: bytes, name: str) -> str:
    """What the file shows and what was looked for, as far as it is a table."""
    grid = grid_of_head(head, name)
    wanted = (
        "An 835 begins with ISA. A charge export needs claim, date of service, payer, code and charge; "
        f"a fee schedule {', '.join(column.name for column in FEE_SCHEDULES if column.required)}."
    )
    if grid is None or not grid.rows or max(len(row) for row in grid.rows) < 2:
        return f"{wanted} Export it as CSV or .xlsx, or say what it is with --kind."
    headings = max(grid.rows, key=lambda row: sum(isinstance(cell, str) and bool(cell.strip()) for cell in row))
    seen = ", ".join(f"“{str(cell).strip()}”" for cell in headings if str(cell).strip())
    return (
        f"{wanted} Its headings seem to be {seen}. Say what it is with --kind charges or --kind “fee schedule”; "
        'you are then shown a mapping to fill in, such as {"Tkt": "claim_id"}.'
    )


def _medicare() -> Any:
    """The reader of CMS's files, imported only when a file is to be read."""
    return import_module("medoffice_xl.readers.mpfs")


def _era() -> Any:
    """The 835 reader, imported only when a file needs it: its parser is a large library."""
    return import_module("medoffice_xl.readers.era")
