"""Proposed rates: what a payer offers, to be priced against the practice's own services before it is signed."""

from medoffice_xl.tables.schema import Table, price, text

PROPOSED_RATES = Table(
    name="proposed_rates",
    sheet="Proposed rates",
    excel_name="tblProposedRates",
    doc="A schedule that a payer offers. It prices nothing but the what-if; move it to Fee schedules once it is "
    "signed.",
    key=("payer", "plan", "code", "mods", "pos_class"),
    columns=(
        text("payer", "Offered by", "Payer, as on the payer list.", required=True, width=22),
        text("plan", "Offered for plan", "Plan or product; empty is every plan.", width=14),
        text("code", "Offered code", "Procedure or supply code (HCPCS).", required=True),
        text("mods", "Offered modifiers", "Modifiers the rate is for, parted by a blank; empty is any."),
        text("pos_class", "Offered setting", "F facility, NF non-facility, empty both.", choices=("", "F", "NF"),
             width=10),
        price("rate", "Offered rate", "Amount offered for one unit.", required=True),
    ),
)  # fmt: skip
