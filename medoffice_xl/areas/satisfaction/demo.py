"""What the invented practice's patients say: a survey after some visits, complaints, two focus groups.

One provider's rating falls in the last half year, and the desk, which people leave, is liked least. Every response is
of a visit of the charges. The survey's file carries e-mail and IP addresses as such files do (of the ranges kept for
examples); none is taken in.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from medoffice_xl.areas.satisfaction.tables import COMPLAINTS, FOCUS_GROUPS
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.practice import physicians
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim

HEADINGS = (
    "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
    "Last Name", "Custom Data 1", "Which provider did you see?",
    "How likely is it that you would recommend our practice to a friend or family member?",
    "Using any number from 0 to 10, how would you rate this provider?",
    "How often did this provider explain things in a way that was easy to understand?",
    "How often did you get an appointment as soon as you needed?",
    "How often were our receptionists as helpful as you thought they should be?",
    "Do you have any comments?",
)  # fmt: skip
UNDER = ("",) * 9 + ("Response",) * 6 + ("Open-Ended Response",)

A_MONTH = 7
"""Responses a provider and month."""

FALLS_FOR = 170
"""Days before the last one since which a provider is liked less."""

OLD = 97
"""Days that a complaint has been open."""

OWNER = "Office manager"

_WAITED = ("Waited almost an hour past my appointment.", "The wait was long again and nobody said why.",
           "Running behind every time I come.")  # fmt: skip
_OF_DESK = ("The front desk was short with me.", "Nobody at reception could say what I owed.",
            "Had to spell everything twice at the desk.")  # fmt: skip
_PLEASED = ("Listened to all my questions.", "Explained the results so that I understood.", "Friendly and kind.",
            "Parking is easy.", "The phone was answered at once.", "Thank you.")  # fmt: skip


def demo(practice: InventedPractice) -> DemoPart:
    """The survey's file, and complaints and findings as they were typed."""
    names = [name for name, _ in physicians(practice.doctors)]
    falls = names[1 % len(names)]
    path = practice.folder / "survey responses.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerows((HEADINGS, UNDER))
        writer.writerows(_responses(practice, falls))
    return DemoPart(
        (path,),
        tables={
            COMPLAINTS.name: typed(COMPLAINTS, list(_complaints(practice))),
            FOCUS_GROUPS.name: typed(FOCUS_GROUPS, _findings(practice.last_day)),
        },
        hidden=(
            Hidden(f"{falls}'s rating has fallen over the last half year: more than chance.", "Patient satisfaction"),
            Hidden("The receptionists are liked least of all that is asked.", "Patient satisfaction"),
            Hidden(f"A complaint about a bill has been open for {OLD} days, of a patient who complained before.",
                   "Patient voices"),
        ),
    )  # fmt: skip


def _responses(practice: InventedPractice, falls: str) -> Iterator[tuple[str, ...]]:
    chance = practice.chance("survey")
    seen: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(practice.claims, key=lambda each: each.claim_id):
        seen[claim.provider, claim.dos.year * 12 + claim.dos.month].append(claim)
    number = 118_200_000_000
    for (provider, _), claims in sorted(seen.items()):
        for claim in chance.sample(claims, min(A_MONTH, len(claims))):
            number += chance.randrange(3, 4_000)
            on = min(claim.dos + timedelta(days=chance.randrange(1, 8)), practice.last_day)
            less = provider == falls and claim.dos > practice.last_day - timedelta(days=FALLS_FOR)
            when = f"{on:%m/%d/%Y} {chance.randrange(8, 21):02d}:{chance.randrange(60):02d}:00"
            yield (
                str(number), "461200231", when, when, f"192.0.2.{chance.randrange(1, 255)}",
                f"patient{number % 10_000}@example.org", "", "", "", provider, *_answers(chance, less),
            )  # fmt: skip


def _answers(chance: random.Random, less: bool) -> Iterator[str]:
    good = 0.42 if less else 0.86
    yield str(_of_ten(chance, good - 0.08))
    yield str(_of_ten(chance, good))
    yield _how_often(chance, good)
    yield _how_often(chance, 0.66)
    yield "Not applicable" if chance.random() < 0.06 else _how_often(chance, 0.55)
    yield _comment(chance, less) if chance.random() < 0.35 else ""


def _of_ten(chance: random.Random, good: float) -> int:
    return chance.choice((9, 10, 10)) if chance.random() < good else chance.choice((3, 5, 6, 7, 8, 8))


def _how_often(chance: random.Random, always: float) -> str:
    return "Always" if chance.random() < always else chance.choice(("Usually", "Usually", "Sometimes", "Never"))


def _comment(chance: random.Random, less: bool) -> str:
    which = _WAITED if chance.random() < (0.7 if less else 0.15) else chance.choice((_OF_DESK, _PLEASED, _PLEASED))
    return chance.choice(which)


def _complaints(practice: InventedPractice) -> Iterator[dict[str, Any]]:
    """One a month for every two providers, answered in time but the old one, which is of who complained before."""
    chance = practice.chance("complaints")
    last = practice.last_day
    old = last - timedelta(days=OLD)
    visited = sorted((claim.dos, claim.account, claim.provider) for claim in practice.claims)
    made = sorted(chance.sample(visited, min(len(visited), max(practice.doctors * practice.months // 2, 3))))
    account = made[0][1]
    rows: list[dict[str, Any]] = [
        {"opened": on + timedelta(days=2), "account": who, "provider": about, "owner": OWNER,
         "kind": chance.choices(("waiting", "billing", "staff", "communication", "access"), (6, 5, 5, 2, 2))[0],
         "closed": on + timedelta(days=2 + chance.randrange(1, 22))}
        for on, who, about in made if on + timedelta(days=2) <= last
    ]  # fmt: skip
    before = {"opened": old - timedelta(days=60), "account": account, "kind": "billing", "owner": OWNER,
              "closed": old - timedelta(days=51)}  # fmt: skip
    still = {"opened": old, "account": account, "kind": "billing", "owner": "Billing office",
             "complaint_note": "Bill for a visit that insurance paid; waits for the payer's answer."}  # fmt: skip
    for number, row in enumerate(sorted([*rows, before, still], key=lambda each: each["opened"]), start=101):
        closed = row.get("closed")
        yield {**row, "complaint": f"C-{number}", "closed": closed if closed and closed <= last else None}


def _findings(last: date) -> list[dict[str, Any]]:
    held = last - timedelta(days=75)
    later = last - timedelta(days=20)
    return [
        {"held": held, "group": "Parents of small children", "theme": "Getting an appointment",
         "finding": "Sick children are seen the same day only when somebody calls at eight.",
         "action": "Keep two slots a physician free until noon.", "owner": "Physicians",
         "due": last - timedelta(days=15)},
        {"held": held, "group": "Parents of small children", "theme": "Phone and messages",
         "finding": "The portal answers faster than the phone, and few know it.",
         "action": "Say so on the phone's greeting.", "owner": "Front office", "due": last - timedelta(days=40),
         "done": last - timedelta(days=44)},
        {"held": later, "group": "Patients over 65", "theme": "Bills and cost",
         "finding": "Nobody understands the statement; most call about it.",
         "action": "One page in plain words with each statement.", "owner": "Billing office",
         "due": last + timedelta(days=25)},
        {"held": later, "group": "Patients over 65", "theme": "Rooms and parking",
         "finding": "The ramp at Lakeside is steep."},
    ]  # fmt: skip
