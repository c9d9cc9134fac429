"""Vendors' names and bill numbers as they are compared: without what typing adds."""

import re


def number_key(number: str) -> str:
    """A bill's number in upper case, without signs and leading zeros, O as 0 and I as 1.

    >>> number_key("inv-00O1I"), number_key("000123"), number_key("--")
    ('1NV00011', '123', '')
    """
    plain = re.sub(r"[^A-Z0-9]", "", number.upper()).replace("O", "0").replace("I", "1")
    return plain.lstrip("0")
