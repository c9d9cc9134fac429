"""Base units of anesthesia codes, imported from CMS's list or copied from the contract."""

from medoffice_xl.tables.schema import Table, day, number, text

BASE_UNITS = Table(
    name="base_units",
    sheet="Anesthesia units",
    excel_name="tblBaseUnits",
    doc="Base units of anesthesia codes, imported from CMS's list or typed from a contract. "
    "Time comes from the units of the line, which are minutes.",
    key=("code", "effective"),
    columns=(
        text("code", "Anesthesia code", "Code of the anesthesia service.", required=True, width=14),
        number("base_units", "Base units", "Units before time.", required=True, width=10),
        day("effective", "Units from", "First day of service they are for.", required=True),
    ),
)
