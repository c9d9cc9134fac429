"""What the area Rates brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.rates import fee_review_page, negotiation_page
from medoffice_xl.areas.rates.decisions import DECISIONS
from medoffice_xl.areas.rates.pack import SECTIONS as PACK
from medoffice_xl.tables.proposed_rates import PROPOSED_RATES

AREA = Area(
    name="rates",
    title="Rates",
    duty="The yearly review of payers' fee schedules, and what to ask of a payer.",
    decisions=DECISIONS,
    tables=(PROPOSED_RATES,),
    to_do=(fee_review_page.NOTICES_DUE,),
    settings=(fee_review_page.CONTRACT_DAYS,),
    pages=(fee_review_page.PAGE, negotiation_page.PAGE),
    pack=PACK,
)
