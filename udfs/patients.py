"""What patients owe, what was asked of them, and what they agreed to."""

from typing import Annotated

from medoffice_xl.areas.patients.owing import NEEDED
from medoffice_xl.areas.patients.patient_balances import READ, patient_balances
from medoffice_xl.areas.patients.placements import placements_by
from medoffice_xl.areas.patients.plans import payment_plans
from medoffice_xl.cells import cell_function
from medoffice_xl.measure import Breakdown
from medoffice_xl.sets import Tables
from udfs.arguments import Day

OfPatients = Annotated[
    Tables, "What patients were asked for and agreed to: the name Patients, or tables of your own by PATIENTS."
]
Top = Annotated[int, "How many rows to show. Left out: all."]


@cell_function("Patients", needs=NEEDED, uses=READ, spills=True)
def PATIENT_BALANCES(Patients: OfPatients, AsOf: Day, top: Top = 0) -> Breakdown:
    """Accounts that patients owe, the largest first: statements sent, plan, agency, and what comes next.

    Spills a heading, one row an account and the total, which is the patients' part of A/R.
    """
    return patient_balances(Patients, AsOf, top)


@cell_function("Patients", needs=NEEDED, uses=READ, spills=True)
def PAYMENT_PLANS(Patients: OfPatients, AsOf: Day, top: Top = 0) -> Breakdown:
    """Payment plans that run: what is due by now, paid and missed, and the next instalment; missed ones first.

    Spills a heading, one row a plan and the total.
    """
    return payment_plans(Patients, AsOf, top)


@cell_function("Patients", needs=NEEDED, uses=READ, spills=True)
def PLACEMENTS_BY(Patients: OfPatients, AsOf: Day) -> Breakdown:
    """What collections agencies got and brought: placed, recovered, their fee, and what was left to the practice.

    Spills a heading, one row an agency and the total.
    """
    return placements_by(Patients, AsOf)
