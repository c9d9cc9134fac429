"""What the physicians are shown of the contracts: what falls due."""

from medoffice_xl.areas.rates import fee_review_page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(
        Chapter.PLAN,
        "What contracts ask for next",
        (Excerpt(fee_review_page.NAME, "calendar", ("Payer", "Date", "Days left", "What", "What to do"), rows=5),),
        order=9,
    ),
)
