"""What is missing in whose personnel file."""

from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables.personnel import FILE_CHECKLIST, FILE_ITEMS, PEOPLE


def missing_papers(people: Frame, items: Frame, checklist: Frame) -> list[tuple[str, list[str]]]:
    """Employees who work here, each with the items that are not on file and not noted as not needed."""
    wanted = [row["item"] for row in fetch(take(items, FILE_ITEMS, "item"))]
    rows = fetch(take(checklist, FILE_CHECKLIST, "employee", "item", "on_file", "note"))
    there = {(plain_name(row["employee"]), plain_name(row["item"])) for row in rows if row["on_file"] or row["note"]}
    here = [row["employee"] for row in fetch(take(people, PEOPLE, "employee", "left")) if row["left"] is None]
    found = [
        (who, [item for item in wanted if (plain_name(who), plain_name(item)) not in there]) for who in sorted(here)
    ]
    return [(who, missing) for who, missing in found if missing]
