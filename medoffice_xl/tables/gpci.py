"""Medicare's localities: their cost indices, their counties and their anesthesia factors."""

from medoffice_xl.tables.schema import Table, day, number, text, whole

GPCI = Table(
    name="gpci",
    sheet="Medicare localities",
    excel_name="tblGPCI",
    doc="Geographic practice cost indices: one row a locality and period. A law that changes a floor in the middle "
    "of a year is a second row with its own first day.",
    key=("locality_key", "effective"),
    columns=(
        whole("year", "GPCI year", "Calendar year.", required=True, width=7),
        day("effective", "In force from", "First day of service it is for.", required=True),
        text("locality_key", "MAC-locality", "Contractor and locality, such as 10112-00.", required=True, width=12),
        text("state", "State", "State.", width=7),
        text("name", "Locality name", "Name of the locality.", width=32),
        number("work", "Work GPCI", "Physician work, with the 1.0 floor where the file has it.", required=True),
        number("work_no_floor", "Work GPCI, no floor", "Physician work without the floor, where the file has it."),
        number("pe", "PE GPCI", "Practice expense.", required=True),
        number("mp", "MP GPCI", "Malpractice.", required=True),
    ),
)

LOCALITIES = Table(
    name="localities",
    sheet="Medicare counties",
    excel_name="tblCounties",
    doc="Which counties belong to which locality, from CMS's LOCCO file.",
    key=("year", "locality_key"),
    columns=(
        whole("year", "County year", "Calendar year.", required=True, width=7),
        text("locality_key", "MAC-locality", "Contractor and locality, such as 10112-00.", required=True, width=12),
        text("state", "State name", "State.", width=18),
        text("area", "Fee schedule area", "Area.", width=32),
        text("counties", "Counties", "Counties of the area.", width=60),
    ),
)
