"""What the area Marketing brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.marketing import page, plan_page, report
from medoffice_xl.areas.marketing.campaign_return import campaign_returns
from medoffice_xl.areas.marketing.demo import demo
from medoffice_xl.areas.marketing.demographics import demographics
from medoffice_xl.areas.marketing.marketing_need import marketing_need
from medoffice_xl.areas.marketing.new_patients import new_patients, registered
from medoffice_xl.areas.marketing.new_patients_by import new_patients_by
from medoffice_xl.areas.marketing.pack import SECTIONS as PACK
from medoffice_xl.areas.marketing.registration_columns import COLUMNS
from medoffice_xl.areas.marketing.tables import CAMPAIGNS, REGISTRATIONS
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.sets import BUDGET, TableSet

MARKETING = TableSet(
    "Marketing",
    "how patients come to the practice: campaigns and registrations, with all of Budget",
    (CAMPAIGNS, REGISTRATIONS),
    (BUDGET,),
)

ACTIONS = (
    Action(
        "marketing",
        "Reports",
        "Marketing",
        "ChartInsert",
        "JM",
        "Where patients come from, what campaigns return, who the patients are",
        "Campaigns with cost, margin and return at 90, 180 and 365 days; sources and referrers by what patients leave; "
        "age, sex, ZIP3 and payer with small groups hidden.",
    ),
)

AREA = Area(
    name="marketing",
    title="Marketing",
    duty="How patients come to the practice, what that costs and brings, and who they are.",
    tables=(CAMPAIGNS, REGISTRATIONS),
    readers=(imported_later("registrations", "medoffice_xl.areas.marketing.registrations_file", COLUMNS),),
    sets=(MARKETING,),
    reports={"marketing": report.build},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE, page.PEOPLE_PAGE, plan_page.PAGE),
    to_do=(page.DID_NOT_PAY,),
    figures={
        "campaign_returns": campaign_returns,
        "demographics": demographics,
        "marketing_need": marketing_need,
        "new_patients": new_patients,
        "new_patients_by": new_patients_by,
        "registered_patients": registered,
    },
    pack=PACK,
    demo=demo,
)
