"""What the area Patient balances brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.patients import page
from medoffice_xl.areas.patients.demo import demo
from medoffice_xl.areas.patients.patient_balances import patients_asked
from medoffice_xl.areas.patients.statement_columns import COLUMNS as OF_STATEMENTS
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.tables.patient_accounts import PATIENT_STEPS, PAYMENT_PLANS, PLACEMENTS, STATEMENTS

AREA = Area(
    name="patients",
    title="Patient balances",
    duty="What patients owe, what was asked of them, and what they agreed to.",
    tables=(STATEMENTS, PAYMENT_PLANS, PLACEMENTS, PATIENT_STEPS),
    readers=(imported_later("patient statements", "medoffice_xl.areas.patients.statement_files", OF_STATEMENTS),),
    pages=(page.PAGE,),
    to_do=(page.MISSED,),
    figures={"patients_asked": patients_asked},
    demo=demo,
)
