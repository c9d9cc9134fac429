"""How a sheet prints."""

from typing import TYPE_CHECKING, Any

from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet


@plain_errors
class PageSetup:
    """The page set-up of one sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet

    @property
    def api(self) -> Any:
        """LibreOffice's page style."""
        styles = self._sheet.book.document.StyleFamilies.getByName("PageStyles")
        return styles.getByName(self._sheet.api.PageStyle)

    @property
    def print_area(self) -> str | None:
        """The range that prints; None for all that is used."""
        areas = self._sheet.api.getPrintAreas()
        if not areas:
            return None
        return self._sheet.book.range_of(areas[0]).address

    @print_area.setter
    def print_area(self, place: str | None) -> None:
        areas = (self._sheet.range(place).api.RangeAddress,) if place else ()
        self._sheet.api.setPrintAreas(areas)
