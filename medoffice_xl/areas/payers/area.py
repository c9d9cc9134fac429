"""What the area Payers brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.payers import payer_review_page, payers_page, what_if_page
from medoffice_xl.areas.payers.decisions import DECISIONS
from medoffice_xl.areas.payers.pack import SECTIONS as PACK

AREA = Area(
    name="payers",
    title="Payers",
    duty="What each payer brings and costs, and whether to keep it.",
    pages=(payers_page.PAGE, payer_review_page.PAGE, what_if_page.PAGE),
    decisions=DECISIONS,
    pack=PACK,
)
