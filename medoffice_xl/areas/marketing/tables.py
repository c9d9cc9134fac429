"""What marketing stands on: what was done to be known, and where each patient came from, without who he is."""

from medoffice_xl.areas.marketing.age_bands import BANDS
from medoffice_xl.tables.schema import Table, day, money, number, text

CAMPAIGN_KINDS = (
    "radio", "television", "article", "booth", "web", "referral visit", "agency", "focus group", "other",
)  # fmt: skip

SEXES = ("female", "male", "other")

CAMPAIGNS = Table(
    name="campaigns",
    sheet="Campaigns",
    excel_name="tblCampaigns",
    doc="What the practice does to be known, one row a campaign: for whom, what it costs, what is expected of it. "
    "Typed; no import changes it. A campaign whose first day is still to come is a plan.",
    key=("campaign",),
    columns=(
        text("campaign", "Campaign", "Its name.", required=True, width=26),
        text("kind", "Campaign kind", "What it is.", required=True, choices=CAMPAIGN_KINDS, width=14),
        text("source", "Brings patients as", "What the front desk writes as referral source of patients who come by "
             "it; empty where it writes the campaign's name.", width=20),
        text("for_whom", "For whom", "Whom it is to reach.", width=26),
        day("first_day", "Campaign from", "First day it is seen or heard; of a plan, the day it is to begin.",
            required=True),
        day("last_day", "Campaign to", "Last day. Empty: it runs on."),
        money("spend", "Spend", "Dollars it costs in all, as far as is known; spread over its days."),
        money("planned_spend", "Planned spend", "Dollars it may cost."),
        number("expected", "Expected visits", "First visits of new patients that are expected of it.", width=10),
        text("owner", "Campaign owner", "Who sees to it.", width=16),
        text("result", "Result", "What came of it and what was learned, in your words.", width=44),
    ),
)  # fmt: skip

REGISTRATIONS = Table(
    name="registrations",
    sheet="Registrations",
    excel_name="tblRegistrations",
    doc="Patients as they registered, one row an account: an age band for the birth date, three digits for the ZIP "
    "code, no name. Where they came from is what the front desk asked.",
    key=("account",),
    columns=(
        text("account", "Registered account", "The practice's own account number of the patient, as on Charges.",
             required=True, width=14,
             synonyms=("patient id", "patient account", "patient acct", "account", "account no", "account number",
                       "acct", "acct no", "chart", "chart number", "chart no", "mrn", "patient number")),
        day("first_visit", "First visit", "Day of the first visit; where the file has none, of the registration.",
            synonyms=("first visit", "first visit date", "date of first visit", "first appointment", "first seen",
                      "new patient date", "patient since", "registration date", "date registered", "registered",
                      "registered on", "created date", "date created", "created")),
        text("age_band", "Age band", "Age on the latest day that the file names.", choices=("", *BANDS), width=9,
             synonyms=("age band", "age group", "age range")),
        text("sex", "Sex", "As registered.", choices=("", *SEXES), width=8,
             synonyms=("sex", "gender", "legal sex", "sex at birth", "administrative sex")),
        text("zip3", "ZIP3", "First three digits of the ZIP code; 000 where so few people live there that three "
             "digits would tell too much.", width=8, synonyms=("zip3", "zip 3")),
        text("payer", "Registered payer", "Primary insurance.", width=22,
             synonyms=("primary insurance", "primary payer", "insurance", "payer", "payor", "insurance name",
                       "primary insurance name", "primary ins", "carrier", "insurance company")),
        text("source", "Referral source", "How the patient heard of the practice; empty where nobody asked.", width=22,
             synonyms=("referral source", "source", "how did you hear about us", "how heard", "heard about us",
                       "marketing source", "lead source", "referred by source", "referral type", "source of referral")),
        text("referrer", "Referred by", "Practice or clinician who sent the patient, where one did.", width=26,
             synonyms=("referring provider", "referred by", "referring physician", "referring doctor", "referrer",
                       "referring provider name", "ref provider", "refer from")),
    ),
)  # fmt: skip
