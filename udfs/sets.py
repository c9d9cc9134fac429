"""The first argument of every function that reads tables: the narrowest set that holds them."""

from typing import Annotated

from medoffice_xl.sets import Tables

OfPractice = Annotated[
    Tables, "The practice's tables: the name Practice, or tables of your own put together by PRACTICE."
]
OfPricing = Annotated[
    Tables, "All that prices: the name Pricing or Practice, or tables of your own put together by PRICING."
]
OfAccess = Annotated[Tables, "Who was to be seen when: the name Access, or tables of your own put together by ACCESS."]
OfBudget = Annotated[Tables, "The practice's own money: the name Budget, or tables of your own put together by BUDGET."]
OfPayables = Annotated[
    Tables, "What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES."
]
OfDenials = Annotated[
    Tables, "What is known of denials: the name Denials, or tables of your own put together by DENIALS."
]
OfStaff = Annotated[Tables, "Who works here: the name Staff, or tables of your own put together by STAFF."]
OfOffice = Annotated[Tables, "The tables of every duty: the name Office, or tables of your own put together by OFFICE."]
OfPlanning = Annotated[
    Tables, "What the practice plans: the name Planning, or tables of your own put together by PLANNING."
]
