"""Goals, meetings, contracts and a choice of the invented practice, with things that need somebody."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from medoffice_xl.areas.plan.tables import (
    ACTIONS,
    AUTOMATIC,
    CHOSEN,
    EVALUATIONS,
    GOALS,
    MEETINGS,
    PHYSICIANS,
    POLICIES,
    REJECTED,
    SERVICES,
    STAFF,
)
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.typed import typed
from medoffice_xl.ledger.calendar_months import month_end

_Row = Mapping[str, object]
MANAGER, BILLING, OWNER = "Office manager", "Billing lead", "Dr. Lee"
SHEET = "Plan"
_CRITERIA = (("Fits our work", 0.4), ("Cost over five years", 0.3), ("Support", 0.2), ("Moves our data", 0.1))
_SCORES = {"Aster PM": (8, 6, 9, 7), "Briar Suite": (7, 8, 6, 5), "Cedar Cloud": (6, 9, 5, 6)}


def demo(practice: InventedPractice) -> DemoPart:
    """What the office manager typed: the year's goals, the round of meetings, and what runs out."""
    last = practice.last_day
    return DemoPart(
        tables={
            GOALS.name: typed(GOALS, _goals(last)),
            MEETINGS.name: typed(MEETINGS, _meetings(last)),
            ACTIONS.name: typed(ACTIONS, _actions(last)),
            POLICIES.name: typed(POLICIES, _policies(last)),
            SERVICES.name: typed(SERVICES, _services(last)),
            EVALUATIONS.name: typed(EVALUATIONS, _evaluations(last)),
        },
        hidden=(
            Hidden("The goal to bring days in A/R down is off track: they rise.", SHEET),
            Hidden("The billing lead was to call a payer about its late payments three weeks ago.", SHEET),
            Hidden(f"The malpractice insurance ends on {last + timedelta(41):%m/%d/%Y}, and no offer is compared yet.",
                   SHEET),
            Hidden("The answering service renews by itself unless notice is given within two weeks.", "Dashboard"),
            Hidden("Three practice systems are scored; nobody has decided.", "Dashboard"),
        ),
    )  # fmt: skip


def _goals(last: date) -> list[_Row]:
    begun = last.replace(month=1, day=1)
    year_end = last.replace(month=12, day=31)
    return [
        {"goal": "Bring days in A/R under 36", "figure": "Days in A/R", "baseline": 40.0, "target": 36.0,
         "start": begun, "due": year_end, "owner": BILLING, "note": "Weekly hour on claims over 60 days"},
        {"goal": "First denials down to 5%", "figure": "Denial rate, initial", "baseline": 0.07, "target": 0.05,
         "start": begun, "due": year_end, "owner": BILLING, "note": "Eligibility checked two days ahead"},
        {"goal": "A month of cash", "figure": "Days cash on hand", "baseline": 15.0, "target": 30.0,
         "start": begun, "due": month_end(last + timedelta(45)), "owner": MANAGER},
        {"goal": "Enter charges within two days", "figure": "Charge lag", "baseline": 2.4, "target": 2.0,
         "start": begun, "due": year_end, "owner": MANAGER},
    ]  # fmt: skip


def _meetings(last: date) -> list[_Row]:
    physicians: _Row = {
        "meeting": "Physicians' meeting", "kind": PHYSICIANS, "starts": "07:30", "minutes_long": 60,
        "place": "Conference room", "people": "Dr. Lee; Dr. Able; Office manager",
    }  # fmt: skip
    staff: _Row = {
        "meeting": "Staff meeting",
        "kind": STAFF,
        "starts": "12:15",
        "minutes_long": 45,
        "place": "Break room",
        "people": "Front office; Clinical staff; Billing",
    }
    return [
        {**physicians, "meeting_day": last - timedelta(28), "topics": "Days in A/R; Malpractice insurance",
         "minutes": "Days in A/R rise. The billing lead calls the slow payer. Offers for the insurance are asked for."},
        {**staff, "meeting_day": last - timedelta(14), "topics": "Insurance cards at check-in",
         "minutes": "Cards are scanned at each visit from Monday on."},
        {**physicians, "meeting_day": last + timedelta(9),
         "topics": "Renewal of the malpractice insurance; Choice of the practice system; Budget of the next year"},
        {**staff, "meeting_day": last + timedelta(16), "topics": "Flu clinic; Holidays"},
    ]  # fmt: skip


def _actions(last: date) -> list[_Row]:
    agreed, met = last - timedelta(28), "Physicians' meeting"
    return [
        {"action": "Call the payer that pays late, and ask for interest", "meeting": met, "agreed": agreed,
         "owner": BILLING, "due": last - timedelta(21)},
        {"action": "Ask three carriers for malpractice offers", "meeting": met, "agreed": agreed, "owner": MANAGER,
         "due": last + timedelta(10)},
        {"action": "Show the scores of the practice systems", "meeting": met, "agreed": agreed, "owner": MANAGER,
         "due": last + timedelta(9)},
        {"action": "Scan insurance cards at each visit", "meeting": "Staff meeting", "agreed": last - timedelta(14),
         "owner": "Front office", "due": last - timedelta(7), "done": last - timedelta(8)},
    ]  # fmt: skip


def _policies(last: date) -> list[_Row]:
    def row(policy: str, kind: str, version: str, ago: int, ahead: int) -> _Row:
        return {"policy": policy, "kind": kind, "owner": MANAGER, "version": version,
                "reviewed": last - timedelta(ago), "next_review": last + timedelta(ahead)}  # fmt: skip

    return [
        row("Time off and holidays", "personnel policy", "4", 340, 25),
        row("Overtime", "personnel policy", "2", 120, 245),
        row("Medical assistant", "job specification", "3", 500, -135),
        row("Front desk", "job specification", "3", 200, 165),
        row("Daily cash and deposits", "procedure", "6", 90, 275),
        row("Refunds of credit balances", "procedure", "2", 310, 55),
    ]


def _services(last: date) -> list[_Row]:
    def row(service: str, kind: str, provider: str, dollars: int, ahead: int, notice: int, renewal: str) -> _Row:
        return {"service": service, "kind": kind, "provider": provider, "cost": dollars * 100,
                "ends": last + timedelta(ahead), "notice_days": notice, "renewal": renewal,
                "owner": MANAGER}  # fmt: skip

    return [
        row("Malpractice insurance", "insurance", "Pinnacle Mutual", 38_400, 41, 0, "none"),
        row("Answering service", "outside service", "Nightline", 4_560, 42, 30, AUTOMATIC),
        row("Practice system", "software", "Old Oak Systems", 14_400, 150, 90, "none"),
        row("Clearinghouse", "outside service", "Claimway", 5_100, 220, 60, AUTOMATIC),
        row("Copiers", "hardware", "Printright", 3_120, 400, 90, "none"),
    ]


def _evaluations(last: date) -> list[_Row]:
    rows: list[_Row] = []
    for option, scores in _SCORES.items():
        rows += _scored("Practice system", option, scores)
    for option, scores in (("Nightline", (7, 6, 7, 8)), ("Daybreak Calls", (8, 7, 8, 8))):
        decision = CHOSEN if option == "Daybreak Calls" else REJECTED
        first, *others = _scored("Answering service", option, scores)
        rows += [{**first, "decision": decision, "decided": last - timedelta(3), "why": f"{OWNER} agreed"}, *others]
    return rows


def _scored(topic: str, option: str, scores: Sequence[int]) -> list[_Row]:
    return [
        {"topic": topic, "candidate": option, "criterion": criterion, "weight": weight, "score": float(score)}
        for (criterion, weight), score in zip(_CRITERIA, scores, strict=True)
    ]
