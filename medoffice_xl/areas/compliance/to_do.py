"""What waits of the work on remittances and contracts."""

from medoffice_xl.areas.compliance import page
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.references import figure
from medoffice_xl.pages.to_do import ToDo, Urgency
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS, REMITTANCES
from medoffice_xl.tables.appeals import APPEALS

CHECKS_OFF = ToDo(
    "Checks that do not balance",
    Formula("=SUMPRODUCT(--(tblRemittances[Off by]<>0))"),
    REMITTANCES.sheet,
    "Press Check remittances: it says by how much, and what the payer should be asked.",
    Urgency.MONEY,
)
CLAIMS_OFF = ToDo(
    "Claims that do not balance",
    Formula("=SUM(tblRemittances[Claims off])"),
    REMITTANCES.sheet,
    "Press Check remittances: it names each claim and line.",
    Urgency.MONEY,
)
_TO_APPEAL = figure("compliance", "Claims to appeal", page.NAME)
APPEALS_TO_SEND = ToDo(
    "Underpaid claims not appealed yet",
    Formula(f"=IF(ISNUMBER({_TO_APPEAL}),{_TO_APPEAL},0)"),
    APPEALS.sheet,
    "Press Underpaid claims for the days left, Underpayment appeals for the letters.",
    Urgency.DUE,
)
ADJUSTMENTS_OPEN = ToDo(
    "Provider adjustments still open",
    Formula('=COUNTIF(tblProviderAdjustments[State],"open")'),
    PROVIDER_ADJUSTMENTS.sheet,
    "Money that a payer took or added outside any claim, and has not settled.",
    Urgency.MONEY,
)

TO_DO = (CHECKS_OFF, CLAIMS_OFF, ADJUSTMENTS_OPEN, APPEALS_TO_SEND)
