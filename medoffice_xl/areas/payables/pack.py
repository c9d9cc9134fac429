"""What the physicians are shown of the bills."""

from medoffice_xl.areas.payables import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(Chapter.CASH, "Bills", (Excerpt(page.NAME, "owed", ("Accounts payable", "Past due", "Days payable")),)),
)
