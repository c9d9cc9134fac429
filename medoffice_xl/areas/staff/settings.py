"""What one leaver costs is made of: the practice's own figures, on the sheet Settings."""

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Input

SETTINGS = (
    Input("LeaverWage", "Wage of an hour of who leaves", 22, Unit.MONEY,
          "Cost of a leaver: an hour's wage of a usual place, with taxes and benefits."),
    Input("LeaverHours", "Hours a week of the place", 40, Unit.COUNT, "Hours that others take over while it is empty."),
    Input("LeaverDaysEmpty", "Days until it is filled", 45, Unit.COUNT,
          "From the last day of who leaves to the first of who comes."),
    Input("LeaverTraining", "Hours of training", 80, Unit.COUNT, "Of who comes, the trainer's hours among them."),
    Input("LeaverManagerHours", "Hours of the manager", 20, Unit.COUNT,
          "To advertise, interview, check and bring in a person."),
    Input("LeaverManagerWage", "Wage of an hour of the manager", 40, Unit.MONEY, "With taxes and benefits."),
    Input("LeaverRecruiting", "Recruiting", 500, Unit.MONEY, "Advertisements, checks and agencies for one place."),
)  # fmt: skip
NAMES = ",".join(each.name for each in SETTINGS)
