"""What a refresh notes in the workbook, so that its own formulas tell how fresh the figures are."""

from datetime import datetime

from medoffice_xl.book.layout import Layout
from medoffice_xl.book.places import Area, Place, split_sheet
from medoffice_xl.book.told_names import AT, NOW, PYTHON, THEN
from medoffice_xl.book.values import Value, serial
from medoffice_xl.hosts.headless.engine import Engine

Noted = dict[str, dict[Place, Value]]


def note_refreshed(engine: Engine, layout: Layout, moment: datetime) -> Noted:
    """Let the engine know when the figures were refreshed and from what; returns what was noted, by sheet.

    A workbook that has no place for it is left as it is.
    """
    if not all(name.lower() in layout.names for name in (AT, NOW, PYTHON, THEN)):
        return {}
    (sheet, now), (_, then) = _area(layout, NOW), _area(layout, THEN)
    noted: Noted = {
        sheet: {
            there: engine.value(sheet, here) or None for here, there in zip(now.places(), then.places(), strict=True)
        }
    }
    for name, value in ((AT, serial(moment)), (PYTHON, None)):
        where, area = _area(layout, name)
        noted.setdefault(where, {})[area.first] = value
    engine.put(noted)
    return noted


def _area(layout: Layout, name: str) -> tuple[str, Area]:
    sheet, address = split_sheet(layout.names[name.lower()])
    return sheet, Area.parse(address)
