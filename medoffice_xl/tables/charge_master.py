"""Charge master: the practice's own list prices, and relative values for codes that Medicare does not value."""

from medoffice_xl.tables.schema import Table, day, money, number, text

CHARGE_MASTER = Table(
    name="charge_master",
    sheet="Charge master",
    excel_name="tblChargeMaster",
    doc="The practice's list prices, one row a code, modifiers and first day. Relative values typed here stand in for "
    "codes that Medicare's file does not value, and only for those.",
    key=("code", "mods", "effective"),
    columns=(
        text("code", "Charge code", "Procedure or supply code (HCPCS).", required=True,
             synonyms=("code", "hcpcs", "hcpcs code", "cpt", "cpt code", "procedure code", "procedure", "proc code")),
        text("mods", "Charge modifiers", "Modifiers the price is for, parted by a blank; empty is any.",
             synonyms=("modifiers", "modifier", "mod", "mods")),
        money("list_price", "List price", "Charge for one unit.", required=True,
              synonyms=("standard fee", "standard charge", "charge", "charge amount", "unit charge",
                        "gross charge", "list charge")),
        number("work_rvu", "Own work RVU", "Physician work, for a code that Medicare does not value; else empty.",
               synonyms=("work rvu", "wrvu", "w rvu", "gap fill work rvu")),
        number("total_rvu", "Own total RVU", "All relative values, for a code Medicare does not value; else empty.",
               synonyms=("total rvu", "trvu", "gap fill total rvu", "gap fill rvu")),
        day("effective", "Price from", "First day of the price; empty is always.",
            synonyms=("effective", "effective date", "from", "start date")),
        text("note", "Price note", "Anything worth knowing.", width=30, counts=False),
    ),
)  # fmt: skip
