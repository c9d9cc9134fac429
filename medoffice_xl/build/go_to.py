"""The ways to every page and sheet, as the menu *Go to* has them in every host: pages by duty, then sheets by use."""

from dataclasses import dataclass

from medoffice_xl.areas import every
from medoffice_xl.build.pages import dashboard, home, settings
from medoffice_xl.build.sheet_groups import sheet_groups


@dataclass(frozen=True, slots=True)
class Ways:
    """Sheets that stand together, under a title where there is one; those `folded` in a menu of their own."""

    title: str
    sheets: tuple[str, ...] = ()
    folded: bool = False


def ways() -> tuple[Ways, ...]:
    """Every page once, and every sheet of data once."""
    return (
        Ways("", (home.PAGE.name, dashboard.PAGE.name)),
        *(Ways(area.title, tuple(page.name for page in area.pages)) for area in every() if area.pages),
        Ways("Data and settings"),
        *(Ways(group.title, tuple(table.sheet for table in group.tables), folded=True) for group in sheet_groups()),
        Ways("", (settings.NAME,)),
    )
