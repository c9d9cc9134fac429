"""What may wait to be done and is no single area's."""

from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.to_do import ToDo, Urgency
from medoffice_xl.tables import ACCOUNTS, PROBLEMS

PROBLEMS_OF_MONEY = ToDo(
    "Problems that cost money",
    Formula('=COUNTIF(tblProblems[Matters for],"money")'),
    PROBLEMS.sheet,
    "Each says what was found, and what to do about it.",
    Urgency.MONEY,
)
PROBLEMS_OF_DATA = ToDo(
    "Problems in the data",
    Formula('=COUNTIF(tblProblems[Matters for],"data")'),
    PROBLEMS.sheet,
    "Each says what was found, and what to do about it.",
    Urgency.LOOK,
)
ACCOUNTS_TO_SAY = ToDo(
    "Accounts that nobody has said the kind of",
    Formula('=SUMPRODUCT((tblAccounts[Ledger account]<>"")*(tblAccounts[Account kind]=""))'),
    ACCOUNTS.sheet,
    "Fill in what each is for, then press Apply accounts: till then its costs are left out.",
    Urgency.LOOK,
)

TO_DO_FOR_ALL = (PROBLEMS_OF_MONEY, PROBLEMS_OF_DATA, ACCOUNTS_TO_SAY)
