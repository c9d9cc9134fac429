"""Payers that the lines name and the payer list does not: told with the name they are nearest to, never merged."""

from collections.abc import Iterable

from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import PAYERS


def unlisted_payers(names: Iterable[str], payers: Frame) -> dict[str, str]:
    """Each name that is neither a payer nor another name of one, with the nearest payer; "" where none is near."""
    owners: dict[str, str] = {}
    for row in fetch(take(payers, PAYERS, "payer", "aliases")):
        for name in (row["payer"], *row["aliases"].split(";")):
            owners.setdefault(plain_name(name), row["payer"])
    found = {}
    for name in names:
        if name and plain_name(name) not in owners:
            found[name] = owners.get(_nearest(plain_name(name), [known for known in owners if known]), "")
    return found


def _nearest(name: str, known: list[str]) -> str:
    """The known name that begins alike word by word, or else the one spelled most alike; "" where none is."""
    begins = [one for one in known if f"{one} ".startswith(f"{name} ") or f"{name} ".startswith(f"{one} ")]
    return next(iter(sorted(begins, key=len) or did_you_mean(name, known, 1)), "")


def told(unlisted: dict[str, str]) -> list[str]:
    """One sentence a name."""
    return [
        f"“{name}” is not on the payer list" + (f"; is it {owner}? It was not merged." if owner else ".")
        for name, owner in sorted(unlisted.items())
    ]


def payer_classes(payers: Frame) -> dict[str, str]:
    """The class of each payer on the list, by its name."""
    return {row["payer"]: row["payer_class"] for row in fetch(take(payers, PAYERS, "payer", "payer_class"))}
