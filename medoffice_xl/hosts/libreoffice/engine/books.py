"""Workbooks: open, save, close, print."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import XlwingsError

from medoffice_xl.hosts.libreoffice.bridge import load_uno, properties, url
from medoffice_xl.hosts.libreoffice.engine.names import Names
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range
from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet, Sheets
from medoffice_xl.hosts.libreoffice.engine.tables import TablePlaces

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.application import App

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".pdf": "calc_pdf_Export",
}
"""LibreOffice's names for the kinds of files, by their ending."""

NO_MACROS = 0
EXCEL_GRAMMAR = 3


@plain_errors
class Books:
    """The open workbooks of one LibreOffice, the active one first."""

    def __init__(self, app: "App") -> None:
        self.app = app
        self._books: list[Book] = []
        self._made = 0

    @property
    def api(self) -> Any:
        """LibreOffice's desktop."""
        return self.app.api

    @property
    def active(self) -> "Book":
        """The workbook in front."""
        if not self._books:
            raise XlwingsError("No workbook is open.")
        return self._books[0]

    def __call__(self, key: int | str) -> "Book":
        """The workbook of this place (from 1) or name."""
        if isinstance(key, int):
            return self._books[key - 1]
        for book in self._books:
            if book.name.casefold() == key.casefold():
                return book
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return any(book.name == key for book in self._books)

    def __len__(self) -> int:
        return len(self._books)

    def __iter__(self) -> Iterator["Book"]:
        return iter(list(self._books))

    def add(self) -> "Book":
        """A new, empty workbook."""
        self._made += 1
        return self._loaded("private:factory/scalc", None, f"Book{self._made}")

    def open(
        self,
        fullname: str,
        update_links: bool | None = None,
        read_only: bool | None = None,
        format: str | None = None,
        password: str | None = None,
        *_: Any,
    ) -> "Book":
        """Open a workbook; its own macros do not run."""
        options: dict[str, Any] = {"ReadOnly": True} if read_only else {}
        if password:
            options["Password"] = password
        return self._loaded(url(fullname), Path(fullname).absolute(), "", **options)

    def take(self, document: Any) -> "Book":
        """A document that LibreOffice has open, as a workbook; the one we know when it is known."""
        for book in self._books:
            if book.document == document:
                book.activate()
                return book
        place = document.getURL()
        path = Path(load_uno().fileUrlToSystemPath(place)) if place else None
        return self._kept(Book(self, document, path, document.getTitle()))

    def forget(self, book: "Book") -> None:
        """Leave a workbook out from now on."""
        if book in self._books:
            self._books.remove(book)

    def to_front(self, book: "Book") -> None:
        """Make a workbook the active one."""
        self.forget(book)
        self._books.insert(0, book)

    def _loaded(self, address: str, path: Path | None, name: str, **options: Any) -> "Book":
        hidden = not self.app.visible
        document = self.app.api.loadComponentFromURL(
            address, "_blank", 0, properties(Hidden=hidden, MacroExecutionMode=NO_MACROS, **options)
        )
        if document is None:
            raise XlwingsError(f"LibreOffice could not open {path or address}.")
        return self._kept(Book(self, document, path, name))

    def _kept(self, book: "Book") -> "Book":
        self._books.insert(0, book)
        return book


@plain_errors
class Book:
    """One workbook."""

    def __init__(self, books: Books, document: Any, path: Path | None, name: str) -> None:
        self._books = books
        self.document = document
        self._path = path
        self._name = name
        self._parser: Any = None
        self.table_places = TablePlaces(document)

    @property
    def app(self) -> "App":
        """The LibreOffice that holds it."""
        return self._books.app

    @property
    def api(self) -> Any:
        """LibreOffice's document."""
        return self.document

    @property
    def name(self) -> str:
        """The file's name, or Book1 and so on before it is saved."""
        return self._path.name if self._path else self._name

    @property
    def fullname(self) -> str:
        """The file's name with its folder."""
        return str(self._path) if self._path else self._name

    @property
    def sheets(self) -> Sheets:
        """Its sheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """Its defined names."""
        return Names(self, self.document.NamedRanges)

    @property
    def parser(self) -> Any:
        """Reads and writes formulas as Excel spells them, whatever the language of the user."""
        if self._parser is None:
            self._parser = self.document.createInstance("com.sun.star.sheet.FormulaParser")
            self._parser.CompileEnglish = True
            self._parser.FormulaConvention = EXCEL_GRAMMAR
        return self._parser

    def range_of(self, address: Any) -> Range:
        """The range at one of LibreOffice's addresses."""
        sheet = Sheet(self, self.document.Sheets.getByIndex(address.Sheet))
        return Range.at(sheet, address)

    def activate(self) -> None:
        """Bring it to the front."""
        self._books.to_front(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save it; the file's ending decides its kind. LibreOffice writes VBA anew, and not as it was."""
        place = Path(path or self._path or f"{self._name}.xlsx").absolute()
        kind = FILTERS.get(place.suffix.lower())
        if kind is None:
            raise XlwingsError(f"LibreOffice saves no {place.suffix} here. Choose one of {', '.join(FILTERS)}.")
        options = {"Password": password} if password else {}
        self.document.storeToURL(url(place), properties(FilterName=kind, **options))
        self._path = place
        self.document.setModified(False)

    def to_pdf(self, path: str, quality: str | None = None) -> None:
        """Print every sheet to a PDF file."""
        self.document.storeToURL(url(path), properties(FilterName=FILTERS[".pdf"]))

    def close(self) -> None:
        """Close it without saving."""
        self._books.forget(self)
        self.document.close(True)
