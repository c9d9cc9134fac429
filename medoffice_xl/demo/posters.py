"""Who posted what in the invented practice: money at the front desk, write-offs in the billing office."""

from datetime import date
from zlib import crc32

from medoffice_xl.demo.practice import LAST_DAY

AT_THE_DESK = ("lpark", "jowens")
IN_BILLING = ("mcole", "rdavies")
WRITES_OFF_MORE = "tsingh"
"""Posts one write-off in ten, and in the last month every second one."""


def took_payment(claim_id: str) -> str:
    """User who posted what the patient paid on a claim."""
    return AT_THE_DESK[_number(claim_id) % len(AT_THE_DESK)]


def wrote_off(claim_id: str, day: date) -> str:
    """User who posted a claim's write-off."""
    of_ten = 5 if (day.year, day.month) == (LAST_DAY.year, LAST_DAY.month) else 1
    number = _number(claim_id)
    return WRITES_OFF_MORE if number % 10 < of_ten else IN_BILLING[number // 10 % len(IN_BILLING)]


def _number(claim_id: str) -> int:
    """A number that looks like chance and takes none, so that all else stays as it was."""
    return crc32(f"posted {claim_id}".encode())
