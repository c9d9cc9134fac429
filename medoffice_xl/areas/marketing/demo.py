"""How the invented practice's patients came: everybody who is first seen in its charges is registered on that day.

So new patients fall month by month as the budget's alert says. What campaigns cost is the account of advertising, to
the cent; one of them paid and one did not.
"""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from medoffice_xl.areas.marketing.tables import CAMPAIGNS
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN
from medoffice_xl.demo.practice import BLUE_HARBOR, MEDICAID, MEDICARE, NORTHGATE, SELF_PAY, SILVER_OAKS, Payer
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim, first_of_months
from medoffice_xl.tables.costs import MARKETING

HEADER = (
    "Patient ID", "DOB", "Sex", "ZIP", "Primary Insurance", "Referral Source", "Referring Provider", "First Visit",
)  # fmt: skip

RADIO, MAGAZINE, WEB, FAIR = "Radio", "Magazine", "Web search", "Health fair"
CLINICIAN = "Another clinician"
SOURCES = (("Friend or family", 34), (CLINICIAN, 24), ("Insurance directory", 18), (WEB, 14), ("", 10))
ON_THE_RADIO = 0.12
AT_THE_FAIR = 0.08

VALUABLE, BUSY = "Ashworth Cardiology", "Velez Urgent Care"
OTHERS = ("Hollis Orthopedics", "Ines Dermatology", "Lakeside Hospital", "Norling Pediatrics")

ZIPS = (("69101", 52), ("69120", 17), ("69153", 14), ("69301", 9), ("68801", 5), ("69201", 3))
"""ZIP codes and their weight; 692 is an area of few people."""

OWNER = "Office manager"
ADVERTISING = next(cents for _, category, cents in A_PHYSICIAN if category == MARKETING)
"""Cents of advertising a physician and month."""

WINTER = 3
"""Months that the radio and the magazine ran together."""

SINCE = 6
"""Months that follow them."""

FAIR_AGO = 4
"""The fair was in the first of so many last months."""


def demo(practice: InventedPractice) -> DemoPart:
    """The list of registered patients as it is exported, and the campaigns as they were typed."""
    campaigns = _campaigns(practice)
    path = practice.folder / "registrations.csv"
    _write(path, _patients(practice, campaigns))
    return DemoPart(
        (path,),
        tables={CAMPAIGNS.name: typed(CAMPAIGNS, campaigns)},
        hidden=(
            Hidden("A campaign on the radio paid back several times over; a magazine's brought few, who came once.",
                   "Marketing"),
            Hidden(f"{BUSY} sends most patients, {VALUABLE} those that leave most each.", "Marketing"),
            Hidden("New patients fall month by month while the plan counts on 28 a physician; slots, campaigns planned "
                   "and what a new patient costs say what to do.", "Marketing plan"),
        ),
    )  # fmt: skip


def _campaigns(practice: InventedPractice) -> list[dict[str, Any]]:
    """Campaigns of whole months, whose spend together is the advertising of all months; and two to come."""
    firsts = first_of_months(practice.last_day, practice.months)
    a_month = practice.doctors * ADVERTISING
    since = firsts[-min(SINCE, len(firsts)) :]
    winter = firsts[: len(firsts) - len(since)][-WINTER:]
    before = firsts[: len(firsts) - len(since) - len(winter)]
    rows = []
    if before:
        rows.append(_campaign("Search words 2025", "web", WEB, before, a_month * len(before), practice,
                              for_whom="People nearby who search", expected=20 * len(before)))  # fmt: skip
    if winter:
        whole = a_month * len(winter)
        radio = whole * 45 // 100
        rows.append(_campaign("Radio in winter", "radio", RADIO, winter, radio, practice,
                              for_whom="Families", expected=25,
                              result="Many named it at the desk; to be repeated in autumn."))  # fmt: skip
        rows.append(_campaign("Valley Living magazine", "article", MAGAZINE, winter, whole - radio, practice,
                              for_whom="Households with gardens", expected=20))  # fmt: skip
    whole = a_month * len(since)
    booth = whole * 20 // 100
    fair = since[-min(FAIR_AGO, len(since))] + timedelta(days=12)
    rows.append(_campaign("Search words 2026", "web", WEB, since, whole - booth, practice,
                          for_whom="People nearby who search", expected=30))  # fmt: skip
    rows.append({**_campaign("Booth at the county fair", "booth", FAIR, since, booth, practice,
                             for_whom="Farm families", expected=10),
                 "first_day": fair, "last_day": fair + timedelta(days=2)})  # fmt: skip
    return [*rows, *_to_come(practice, a_month)]


def _campaign(
    name: str, kind: str, source: str, months: list[date], spend: int, practice: InventedPractice, *, for_whom: str,
    expected: int, result: str = "",
) -> dict[str, Any]:  # fmt: skip
    last = (months[-1] + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return {"campaign": name, "kind": kind, "source": source, "for_whom": for_whom, "first_day": months[0],
            "last_day": min(last, practice.last_day), "spend": spend, "planned_spend": spend, "expected": expected,
            "owner": OWNER, "result": result}  # fmt: skip


def _to_come(practice: InventedPractice, a_month: int) -> list[dict[str, Any]]:
    begins = practice.last_day + timedelta(days=5)
    return [
        {"campaign": "Radio in autumn", "kind": "radio", "source": RADIO, "for_whom": "Families",
         "first_day": begins, "last_day": begins + timedelta(days=60), "planned_spend": 2 * a_month, "expected": 30,
         "owner": OWNER},
        {"campaign": "Visits to referring practices", "kind": "referral visit", "source": CLINICIAN,
         "for_whom": "Clinicians who send little", "first_day": begins + timedelta(days=7),
         "last_day": begins + timedelta(days=67), "planned_spend": a_month // 2, "expected": 15, "owner": "Physicians"},
    ]  # fmt: skip


def _patients(practice: InventedPractice, campaigns: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """A row an account, on the day on which it is first seen, in the order of the days."""
    chance = practice.chance("registrations")
    seen: dict[str, Claim] = {}
    for claim in sorted(practice.claims, key=lambda each: (each.dos, each.claim_id)):
        seen.setdefault(claim.account, claim)
    runs = {
        row["source"]: (row["first_day"], row["last_day"] + timedelta(days=60 if row["source"] == FAIR else 0))
        for row in campaigns[:-2]
    }
    visits = Counter(claim.account for claim in practice.claims)
    for claim in seen.values():
        source = chance.choices([name for name, _ in SOURCES], [weight for _, weight in SOURCES])[0]
        heard = chance.random()
        if _within(runs, RADIO, claim.dos):
            source = RADIO if heard < ON_THE_RADIO else source
            source = MAGAZINE if claim.payer is MEDICAID and visits[claim.account] == 1 else source
        elif _within(runs, FAIR, claim.dos) and heard < AT_THE_FAIR:
            source = FAIR
        referrer = _referrer(chance, claim.payer) if source == CLINICIAN else ""
        zip_code = chance.choices([code for code, _ in ZIPS], [weight for _, weight in ZIPS])[0]
        born = practice.last_day - timedelta(days=int(365.25 * _age(chance, claim.payer)) + chance.randrange(365))
        sex = chance.choice("FFFMM")
        yield (claim.account, _day(born), sex, zip_code, claim.payer.name, source, referrer, _day(claim.dos))


def _within(runs: dict[str, tuple[date, date]], source: str, day: date) -> bool:
    first, last = runs.get(source, (date.max, date.max))
    return first <= day <= last


def _age(chance: random.Random, payer: Payer) -> int:
    if payer in (MEDICARE, SILVER_OAKS):
        return chance.choices((58, 65, 70, 76, 86), (4, 36, 32, 22, 6))[0] + chance.randrange(5)
    return chance.choices((0, 5, 18, 35, 50), (6, 16, 28, 26, 24))[0] + chance.randrange(5, 14) - 5


def _referrer(chance: random.Random, payer: Payer) -> str:
    """Ashworth's patients are Blue Harbor's, whose contract is the best; Velez sends what others do not take."""
    if payer is BLUE_HARBOR:
        return VALUABLE if chance.random() < 0.7 else chance.choice(OTHERS)
    if payer in (MEDICAID, SILVER_OAKS, NORTHGATE, SELF_PAY):
        return BUSY if chance.random() < 0.8 else chance.choice(OTHERS)
    return chance.choice((*OTHERS, BUSY))


def _day(day: date) -> str:
    return f"{day:%m/%d/%Y}"


def _write(path: Path, rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows)
