"""The workbook's sheets as they are added: each with its VBA code name, its footer and its tab."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.pages.placed import PlacedPage
from medoffice_xl.render.formats import Formats
from medoffice_xl.render.sheet import draw


class Sheets:
    """The sheets of one workbook, in the order of their tabs."""

    def __init__(self, workbook: Workbook) -> None:
        """Of a workbook that has none yet."""
        self.workbook = workbook
        self.formats = Formats(workbook)
        self.code_names: list[str] = []

    def add(self, name: str) -> Worksheet:
        """A sheet without grid lines."""
        sheet = self.workbook.add_worksheet(name)
        self.code_names.append("sh" + "".join(character for character in name.title() if character.isalnum()))
        sheet.set_vba_name(self.code_names[-1])
        sheet.hide_gridlines(2)
        return sheet

    def draw(self, page: PlacedPage) -> Worksheet:
        """A placed page on a sheet of its own."""
        sheet = self.add(page.name)
        draw(page, self.workbook, sheet, self.formats)
        return sheet
