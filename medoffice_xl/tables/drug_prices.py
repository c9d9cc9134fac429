"""Drug prices: the payment limits that CMS publishes each quarter."""

from medoffice_xl.tables.schema import Table, day, number, text

DRUG_PRICES = Table(
    name="drug_prices",
    sheet="Drug prices",
    excel_name="tblDrugPrices",
    doc="Payment limit of a drug's billing unit (106% of the average sales price), by quarter. "
    "Imported from the zip that the user downloads from CMS; several quarters may stand beside each other.",
    key=("code", "effective"),
    columns=(
        text("code", "Drug code", "HCPCS code of the drug.", required=True, width=10),
        text("dosage", "Dosage", "What one billing unit is.", width=14),
        number("payment_limit", "Payment limit", "Dollars a billing unit, 106% of ASP.", required=True),
        day("effective", "Limit from", "First day of the quarter.", required=True),
        day("end", "Limit to", "Last day of the quarter.", required=True, ends=True),
    ),
)
