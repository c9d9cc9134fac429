"""What a test of the controls found and nobody has looked at since."""

from datetime import date
from itertools import groupby

from medoffice_xl.areas.controls.checks import CHECKS
from medoffice_xl.areas.controls.finding import Check
from medoffice_xl.areas.controls.sign_off import last_look
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables

SHEET = "Controls"
READS = (*CHECKS.reads, "sign_offs")


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    """One a test: who is to look, where more is to be looked at than when somebody looked last."""
    found = []
    checks = tables.shared(CHECKS, as_of)
    for test, parts in groupby(checks, lambda check: check.test):
        look = _to_look_at(test, list(parts), tables, as_of)
        if look:
            found.append(look)
    return found


def _to_look_at(test: str, parts: list[Check], tables: Tables, as_of: date) -> Decision | None:
    findings = [each for part in parts for each in part.findings]
    last = last_look(tables.get("sign_offs"), test, as_of)
    if not findings or (last and (last.found is None or len(findings) <= last.found)):
        return None
    most = max(findings, key=lambda each: each.cents)
    largest = most.what.removeprefix("To look at: ")
    why = f"{counted(len(findings), 'thing', 'things')} to look at, no proof of anything: {largest}"
    title = next(part.title for part in parts if part.findings)
    dollars = sum(each.cents for each in findings)
    return Decision(f"Who looks at {test}, {title[0].lower()}{title[1:]}", dollars or None, None, "", why, SHEET)


DECISIONS = Decisions(READS, _decisions)
