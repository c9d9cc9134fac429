"""Small tables of a practice's staff, made from what a test is about."""

from datetime import date, timedelta
from typing import Any

from practice_frames import frame

from medoffice_xl.tables import HOURS, STAFF, VACANCIES


def staff(*rows: dict[str, Any]) -> Any:
    """People at the front desk, hired long ago, unless said otherwise."""
    usual = {"role": "Front desk", "kind": "front office", "hired": "2020-01-06", "i9_on": "2020-01-06"}
    return frame(STAFF, *({**usual, "employee": f"E{place}", **row} for place, row in enumerate(rows, start=1)))


def hours(*rows: dict[str, Any]) -> Any:
    """Paid hours of E1 in June 2026 unless said otherwise."""
    usual = {"employee": "E1", "period_begin": "2026-06-01", "period_end": "2026-06-30"}
    return frame(HOURS, *({**usual, **row} for row in rows))


def vacancies(*rows: dict[str, Any]) -> Any:
    return frame(VACANCIES, *({"role": "Front desk", "kind": "front office", **row} for row in rows))


def many(count: int, **said: Any) -> list[dict[str, Any]]:
    """So many people alike."""
    return [dict(said) for _ in range(count)]


def days_from(day: date, count: int) -> str:
    return (day + timedelta(days=count)).isoformat()
