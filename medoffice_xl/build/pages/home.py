"""Home: what to do first, the pages by duty with one figure each, and the ways to every sheet of data."""

from collections.abc import Iterator, Sequence

from medoffice_xl.areas import every
from medoffice_xl.book.cell_counts import rows_of
from medoffice_xl.book.told_names import FRESHNESS
from medoffice_xl.build.pages import dashboard, settings
from medoffice_xl.build.pages.to_do_for_all import TO_DO_FOR_ALL
from medoffice_xl.build.sheet_groups import sheet_groups
from medoffice_xl.build.sheets.freshness import IS_CURRENT
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Down, Figure, Figures, Listing, Note, RowsInNeed, Verdict
from medoffice_xl.pages.contents import Content, Formula, Link, ours
from medoffice_xl.pages.fields import count, text
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.to_do import URGENCY_WORDS, ToDo
from medoffice_xl.tables import Table

NAME = "Home"
ABREAST = 4
"""Data sheets side by side."""


def _to_do() -> Listing:
    kinds = (*TO_DO_FOR_ALL, *(kind for area in every() for kind in area.to_do))
    return Listing(
        "to do",
        (count("How many"), text("What", 40), text("Why", 12), text("What to do", 60)),
        RowsInNeed([_waiting(kind) for kind in sorted(kinds, key=lambda kind: kind.urgency)]),
        title="What to do first",
        empty="Nothing waits: no problem is open, and nothing is due.",
    )


def _waiting(kind: ToDo) -> Sequence[Content]:
    worked_out = kind.count.text.removeprefix("=")
    many = Formula(f'=IFERROR(IF({worked_out}>0,{worked_out},""),"")')
    return many, Link(kind.words, kind.sheet), URGENCY_WORDS[kind.urgency], kind.advice


def _of_page(page: Page) -> Figure:
    """A way to a page, with its figure."""
    if page.key is None:
        words = "" if page.title == page.name else page.title
        return Figure(page.name, None, Unit.TEXT, says=words, leads_to=page.name)
    key = page.key
    return Figure(
        page.name, ours(key.formula), key.unit, says=key.words, number_format=key.number_format, leads_to=page.name
    )


def _duties() -> Across:
    """The pages of each area, in two columns about as high as each other."""
    blocks = [
        Figures("overview", tuple(map(_of_page, (dashboard.PAGE, settings.PAGE))), title="The practice"),
        *(
            Figures(f"pages of {area.name}", tuple(map(_of_page, area.pages)), title=area.title)
            for area in every()
            if area.pages
        ),
    ]
    heights = [len(block.figures) + _HEADING for block in blocks]
    cut = min(range(1, len(blocks) + 1), key=lambda cut: (abs(2 * sum(heights[:cut]) - sum(heights)), -cut))
    return Across((Down(blocks[:cut]), Down(blocks[cut:]))) if cut < len(blocks) else Across((Down(blocks),))


_HEADING = 1.8
"""What the heading of a group takes, in rows."""


def _data() -> Iterator[Figures]:
    for group in sheet_groups():
        figures = tuple(_of_table(table) for table in group.tables)
        yield Figures(group.title, figures, title=f"{group.title}: rows", abreast=ABREAST)


def _of_table(table: Table) -> Figure:
    """A way to a table's sheet, with its rows."""
    return Figure(table.sheet, Formula(rows_of(table), 0), Unit.COUNT, leads_to=table.sheet)


def page() -> Page:
    """The page, from the manifests."""
    return Page(
        NAME,
        "Home",
        Formula('=PracticeName&" · as of "&TEXT(AsOf,"mmmm d, yyyy")'),
        (
            Verdict(Formula(f"={FRESHNESS}", "No figures yet."), name="freshness", alarm=f"=NOT({IS_CURRENT})"),
            _to_do(),
            _duties(),
            *_data(),
            Note(
                "A sheet of data is hidden until it holds rows. Its name above leads to it all the same, and so does "
                "Go to on the ribbon: both show it."
            ),
        ),
        reading=(
            "The list goes money first, then what is due, then what is only to be looked at. A line that is missing "
            "waits for nothing. The figure beside each page is its most telling one, as of the day above."
        ),
        then=(
            "Work the list from the top: each line leads to its page. When it is empty, open the pages of the round "
            "that is due."
        ),
    )


PAGE = page()
