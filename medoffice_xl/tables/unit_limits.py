"""Unit limits: Medicare's medically unlikely edits, by quarter."""

from medoffice_xl.tables.schema import Table, day, text, whole

UNIT_LIMITS = Table(
    name="unit_limits",
    sheet="Unit limits",
    excel_name="tblUnitLimits",
    doc="The most units of a code that one provider would report for one patient on one day (Medicare's medically "
    "unlikely edits, MUE). Imported from the practitioner file that the user downloads from CMS; several quarters may "
    "stand beside each other.",
    key=("code", "effective"),
    columns=(
        text("code", "HCPCS", "Procedure code.", required=True, width=8),
        whole(
            "units",
            "Most units",
            "Highest number of units; 0 where Medicare does not pay the code to a practitioner.",
            required=True,
            width=11,
        ),
        text(
            "indicator",
            "Counted by",
            "MUE adjudication indicator: 1 by the line, 2 by the day, absolute, 3 by the day, clinical.",
            required=True,
            choices=("1", "2", "3"),
            width=11,
        ),
        day("effective", "Limit from", "First day of the quarter.", required=True),
        day("end", "Limit to", "Last day of the quarter.", required=True, ends=True),
    ),
)
