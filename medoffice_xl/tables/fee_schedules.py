"""Fee schedules: one row a contracted rate, with the days it is in force."""

from medoffice_xl.tables.schema import Table, day, price, text

BY_REPORT = "by report"
NOT_COVERED = "not covered"

FEE_SCHEDULES = Table(
    name="fee_schedules",
    sheet="Fee schedules",
    excel_name="tblFeeSchedules",
    doc="What payers agreed to pay: one row a payer, code or range of codes, modifiers, place-of-service class, "
    "provider and period. The most specific row wins.",
    key=("payer", "plan", "code", "mods", "pos_class", "npi", "effective"),
    columns=(
        text(
            "payer",
            "Payer",
            "Payer, as on the payer list.",
            required=True,
            width=22,
            synonyms=("payer", "payor", "payer name", "insurance", "carrier"),
        ),
        text(
            "plan",
            "Plan",
            "Plan or product; empty is every plan.",
            synonyms=("plan", "plan name", "product", "network"),
        ),
        text(
            "code",
            "Code",
            "Procedure or supply code (HCPCS), or a range such as J0000-J9999.",
            required=True,
            synonyms=(
                "code",
                "cpt",
                "cpt code",
                "hcpcs",
                "hcpcs code",
                "procedure",
                "procedure code",
                "proc code",
            ),
        ),
        text(
            "mods",
            "Modifiers",
            "Modifiers the rate is for, parted by a blank; empty is any.",
            synonyms=("modifier", "modifiers", "mod", "mods", "mod1", "mod 1"),
        ),
        text(
            "pos_class",
            "Setting",
            "F facility, NF non-facility, empty both.",
            choices=("", "F", "NF"),
            width=8,
            synonyms=(
                "setting",
                "pos class",
                "place of service class",
                "facility",
                "fac/nonfac",
                "site of service",
            ),
        ),
        text(
            "npi",
            "Provider NPI",
            "The one provider the rate is for; empty is every provider.",
            synonyms=("npi", "provider npi", "rendering npi", "rendering provider npi"),
        ),
        price(
            "rate",
            "Rate",
            "Contracted amount for one unit, with all its decimals; empty where the next column says why.",
            width=14,
            synonyms=(
                "rate",
                "fee",
                "amount",
                "allowed",
                "allowable",
                "allowed amount",
                "contract rate",
                "contracted rate",
                "price",
            ),
        ),
        text(
            "basis",
            "Rate basis",
            "Empty: the rate. by report: the payer prices each case; not covered: it pays nothing.",
            choices=("", BY_REPORT, NOT_COVERED),
            synonyms=("rate basis",),
        ),
        day(
            "effective",
            "From",
            "First day the rate is in force.",
            required=True,
            synonyms=(
                "effective",
                "effective date",
                "effective from",
                "start",
                "start date",
                "from",
                "begin date",
            ),
        ),
        day(
            "end",
            "To",
            "Last day the rate is in force; empty is open.",
            ends=True,
            synonyms=(
                "end",
                "end date",
                "termination",
                "termination date",
                "term date",
                "expires",
                "expiration",
                "expiration date",
                "effective to",
                "to",
                "thru",
                "through",
            ),
        ),
    ),
)
