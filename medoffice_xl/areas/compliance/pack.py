"""What the physicians are shown of the voucher check."""

from medoffice_xl.areas.compliance import page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection

SECTIONS = (
    PackSection(
        Chapter.PAYERS,
        "Vouchers against contracts",
        (
            Excerpt(page.NAME, "compliance"),
            Excerpt(
                page.NAME,
                "by payer",
                ("Payer", "Lines compared", "Allowed", "Expected", "Underpaid", "Recovered", "As contracted"),
                title="What was allowed beside what was agreed",
                people="Lines compared",
            ),
        ),
    ),
)
