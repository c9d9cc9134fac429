"""What might be bought, what it would be used for, and the tax rules that its depreciation follows."""

from medoffice_xl.tables.schema import Table, day, money, number, rate, text, whole

SECTION_179, BONUS, MACRS, STRAIGHT_LINE = "Section 179", "bonus", "MACRS", "straight line"
METHODS = (SECTION_179, BONUS, MACRS, STRAIGHT_LINE)

SUV = "SUV"
A_MONTH, A_YEAR = "a month", "a year"
ARREARS, ADVANCE = "arrears", "advance"

HALF_YEAR = "half-year"
MID_QUARTER = "mid-quarter"
CONVENTIONS = (HALF_YEAR, *(f"{MID_QUARTER} {quarter}" for quarter in range(1, 5)))

CANDIDATES = Table(
    name="equipment_candidates",
    sheet="Equipment candidates",
    excel_name="tblEquipment",
    doc="What might be bought: its price, what it would be used for, what that costs, how it would be paid for. The "
    "page Equipment says which of them pay, and which the practice can afford.",
    key=("candidate",),
    columns=(
        text("candidate", "Candidate", "What it is called, such as Ultrasound.", required=True, width=36),
        day("placed", "Placed in service", "Day on which it is ready for use: its tax year.", required=True),
        money("price", "Purchase price", "Dollars, with delivery and set-up.", required=True),
        whole("life", "Useful life (years)", "Years of use that are counted.", required=True),
        money("salvage", "Salvage value", "Dollars it is sold for at the end of its life; what it costs to take it "
              "away is negative."),
        number("volume", "Procedures a month", "Procedures a month once it is fully used.", required=True),
        rate("first_year", "Volume in year 1", "Share of that volume in the first year; empty is 100%."),
        rate("second_year", "Volume in year 2", "Share of that volume in the second year; empty is 100%."),
        money("allowed", "Allowed a procedure", "Dollars a procedure, by payer and patient together. Empty: worked out "
              "from Equipment codes, the contracts and the practice's own payer mix."),
        rate("collected", "Collected of allowed", "Share of the allowed amount that comes in. Empty: the practice's "
             "own net collection rate."),
        money("variable", "Variable cost a procedure", "Supplies, reading fees and billing of one procedure."),
        money("labor", "Added labor a year", "Wages and benefits of staff hired for it."),
        money("maintenance", "Maintenance a year", "Service contract, insurance, software, room."),
        money("down_payment", "Down payment", "What of the price is paid at once, where a loan pays the rest."),
        rate("loan_rate", "Loan rate", "Interest a year. Lease or buy compares at this rate after tax."),
        whole("loan_months", "Loan months", "Equal payments, one a month. Empty: no loan."),
        money("lease_payment", "Lease payment", "One payment, where it is offered on lease too."),
        whole("lease_count", "Lease payments", "How many payments the lease has."),
        text("lease_every", "Lease paid", "How often.", choices=("", A_MONTH, A_YEAR), width=11),
        text("lease_due", "Lease due", "arrears: at the end of each month or year; advance: at its beginning.",
             choices=("", ARREARS, ADVANCE), width=11),
        rate("discount_rate", "Discount rate", "What the money would bring elsewhere, a year.", required=True),
        rate("tax_rate", "Income tax rate", "The practice's rate, or its owners' where income passes through to them."),
        text("depreciation", "Depreciation", "Section 179: as far as its limit goes, bonus on the rest, then MACRS; "
             "bonus: bonus, then MACRS.", required=True, choices=METHODS, width=14),
        whole("recovery", "Recovery years", "MACRS class of property; empty is 5, that of medical equipment."),
        text("vehicle", "Vehicle limit", "SUV: Section 179's lower limit for sport utility vehicles.",
             choices=("", SUV), width=9),
        money("other_purchases", "Other equipment of the year", "Dollars of all other equipment placed in service in "
              "the same tax year: it counts for Section 179's phase-out and for the mid-quarter rule."),
        money("other_last_quarter", "Of it in the last quarter", "Dollars of it placed in service in October to "
              "December."),
        money("business_income", "Business income", "Taxable income a year that Section 179 may use up; what is over "
              "is carried forward. Empty: enough."),
        text("note", "Candidate note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

CODES = Table(
    name="equipment_codes",
    sheet="Equipment codes",
    excel_name="tblEquipmentCodes",
    doc="What is billed for one procedure on each candidate. Contracts price it for each payer, the practice's own "
    "payer mix weighs the payers.",
    key=("candidate", "code", "mods"),
    columns=(
        text("candidate", "Used on", "The candidate, as on Equipment candidates.", required=True, width=24),
        text("code", "Procedure code", "Code that is billed (HCPCS).", required=True),
        text("mods", "Procedure modifiers", "Modifiers, parted by a blank."),
        number("units", "Units a procedure", "How often it is billed for one procedure, on average; empty is 1."),
        text("pos", "Done at", "Two-digit place of service; empty is 11, the office.", width=8),
    ),
)  # fmt: skip

SECTION_179_LIMITS = Table(
    name="section_179",
    sheet="Section 179",
    excel_name="tblSection179",
    doc="How much of a purchase may be deducted at once. A row holds for what is placed in service from its day on, "
    "until the next row's.",
    key=("since",),
    columns=(
        day("since", "Placed in service from", "First day it holds.", required=True),
        money("limit", "Section 179 limit", "Dollars that may be deducted at once in a year.", required=True, width=14),
        money("phase_out", "Phase-out from", "Each dollar bought above it takes a dollar off the limit.",
              required=True, width=14),
        money("suv_limit", "SUV limit", "Dollars for a sport utility vehicle; empty is not known."),
        rate("bonus", "Bonus depreciation", "Share of what is left that may be deducted in the first year.",
             required=True),
        text("source", "Tax source", "Where it was published.", required=True, width=60),
    ),
)  # fmt: skip

DEPRECIATION_RATES = Table(
    name="depreciation_rates",
    sheet="Depreciation rates",
    excel_name="tblDepreciationRates",
    doc="MACRS: the share of the cost that is deducted in each year, by class of property and convention.",
    key=("recovery", "convention", "year"),
    columns=(
        whole("recovery", "Class (years)", "Recovery period: 5 for medical equipment, 7 for furniture.", required=True),
        text("convention", "Convention", "half-year; mid-quarter with the quarter it is placed in service, where more "
             "than 40% of the year's equipment is placed in service in the last.", required=True, choices=CONVENTIONS,
             width=14),
        whole("year", "Year of use", "1 for the first.", required=True),
        rate("rate", "Deducted", "Share of the cost.", required=True),
        text("source", "Rate source", "Where it was published.", required=True, width=40),
    ),
)  # fmt: skip
