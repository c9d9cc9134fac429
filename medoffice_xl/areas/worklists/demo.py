"""What two billers of the invented practice noted of claims they work, and what the worklist is there to find."""

from datetime import timedelta

from medoffice_xl.areas.worklists.tables import ESCALATED, OPEN, PENDED, WORKLIST
from medoffice_xl.demo.earlier_years import NEWEST_MONTHS
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.typed import typed

NOTED = 24
SLOWED = Hidden("Northgate Mutual answered after three weeks in 2023, and after 46 days now.", "Receivables")
"""Told where the history reaches so far back."""

_OWNERS = ("Ana", "Ben")
_NOTES = (
    (OPEN, "called, on hold 20 minutes"),
    (PENDED, "payer reprocesses"),
    (ESCALATED, "with the physician for the record"),
    (PENDED, "corrected claim sent"),
)


def demo(practice: InventedPractice) -> DemoPart:
    """Notes on claims of the last months: some are to be looked at again by now, some are with somebody else."""
    chance = practice.chance("worklists")
    last = practice.last_day
    recent = sorted(
        {claim.claim_id for claim in practice.claims if claim.posted <= last and (last - claim.posted).days <= 90}
    )
    rows = []
    for place, claim in enumerate(chance.sample(recent, min(NOTED, len(recent)))):
        status, note = _NOTES[place % len(_NOTES)]
        contacted = last - timedelta(days=chance.randint(1, 20))
        rows.append({
            "claim_id": claim, "status": status, "owner": _OWNERS[place % len(_OWNERS)], "contacted": contacted,
            "follow_up": contacted + timedelta(days=chance.randint(5, 25)), "note": note,
        })  # fmt: skip
    return DemoPart(
        tables={WORKLIST.name: typed(WORKLIST, rows)},
        hidden=(
            Hidden(
                "Half of what is at stake in denials is eligibility, authorization and coordination: checks at the "
                "front desk would prevent it.",
                "Denials by cause",
            ),
            Hidden(f"A day of {last:%B}'s days in A/R was written off, not collected.", "AR bridge"),
            Hidden("Appeals are about to lapse, and others already did.", "Worklist"),
            *((SLOWED,) if practice.months > NEWEST_MONTHS else ()),
        ),
    )
