"""Locality keys: contractor and locality as text, whose leading zeros spreadsheets drop."""


def locality_key(mac: str, locality: str) -> str:
    """`10112-00` from contractor and locality number, with the zeros that a spreadsheet took.

    >>> locality_key("1112", "5")
    '01112-05'
    """
    return f"{mac.strip().zfill(5)}-{locality.strip().zfill(2)}"


def given_key(text: str) -> str:
    """A key as a person types it: `10112-00`, `1112-5`, `01112 05`.

    >>> given_key("1112-5")
    '01112-05'
    """
    mac, _, locality = text.strip().replace(" ", "-").partition("-")
    return locality_key(mac, locality) if locality else text.strip()
