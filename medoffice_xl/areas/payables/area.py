"""What the area Accounts payable brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.payables.ageing import ap_ageing, ap_total
from medoffice_xl.areas.payables.cash_on_hand import cash_on_hand
from medoffice_xl.areas.payables.duplicates import duplicates
from medoffice_xl.areas.payables.open_bills import open_bills

AREA = Area(
    name="payables",
    title="Accounts payable",
    duty="What the practice owes its vendors, what is billed twice, what to pay this week and what to file.",
    figures={
        "open_bills": open_bills,
        "ap_ageing": ap_ageing,
        "ap_total": ap_total,
        "ap_duplicates": duplicates,
        "cash_on_hand": cash_on_hand,
    },
)
