"""What the physicians are shown of the plan: what waits for them, goals, and what was agreed."""

from collections.abc import Collection

from medoffice_xl.areas.plan import actions_due, page
from medoffice_xl.areas.plan.dashboard_blocks import TO_DECIDE
from medoffice_xl.areas.plan.goals import Status
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.shown import Row, ShownPages
from medoffice_xl.pages.written import written
from medoffice_xl.reports.rows import counted

DASHBOARD = "Dashboard"
DAY = "mm/dd/yyyy"


def to_decide(pages: ShownPages) -> str:
    """The decision that is due first, and how many wait behind it."""
    rows = pages.rows(DASHBOARD, TO_DECIDE.name)
    if not rows:
        return ""
    first, *others = rows
    by = f" by {written(first['By'], DAY)}" if first["By"] else ""
    wait = {0: "", 1: "; one more decision waits"}.get(len(others), f"; {len(others)} more decisions wait")
    return f"To decide{by}: {_begun_small(str(first['Decision']))}{wait}."


def _begun_small(words: str) -> str:
    return words[:1].lower() + words[1:]


def goals_stand(pages: ShownPages) -> str:
    """How many goals keep to their line, and which do not."""
    rows = pages.rows(page.NAME, page.GOALS.name)
    kept = _named(rows, {Status.ON_TRACK, Status.REACHED})
    behind = _named(rows, {Status.AT_RISK, Status.OFF, Status.MISSED})
    if not kept and not behind:
        return ""
    of = counted(len(kept) + len(behind), "goal", "goals")
    said = f"{len(kept) or 'None'} of {of} {'is' if len(kept) < 2 else 'are'} on the line to the target or reached."
    return f"{said} Behind: {'; '.join(behind)}." if behind else said


def _named(rows: Collection[Row], standing: Collection[str]) -> list[str]:
    return [str(row["Goal"]) for row in rows if row["Status"] in standing]


def actions_stand(pages: ShownPages) -> str:
    """How many of the actions are late."""
    rows = pages.rows(page.NAME, page.ACTIONS.name)
    if not rows:
        return ""
    late = sum(row["Standing"] == actions_due.OVERDUE for row in rows)
    return f"{counted(len(rows), 'action is', 'actions are')} open, {late or 'none'} overdue."


SECTIONS = (
    PackSection(Chapter.GLANCE, "To decide", (), verdicts={Verdict.DECIDE: to_decide}),
    PackSection(
        Chapter.PLAN,
        "What waits for a decision",
        (Excerpt(DASHBOARD, TO_DECIDE.name, ("Decision", "By", "Dollars", "Who", "Why"), rows=8),),
        lead=to_decide,
        order=1,
    ),
    PackSection(
        Chapter.PLAN,
        "Goals",
        (
            Excerpt(
                page.NAME,
                page.GOALS.name,
                ("Goal", "Begun at", "Now", "By now", "Target", "Reach by", "Status", "Owner"),
            ),
        ),
        lead=goals_stand,
        order=2,
    ),
    PackSection(
        Chapter.PLAN,
        "Actions",
        (Excerpt(page.NAME, page.ACTIONS.name, ("Action", "Owner", "Due", "Days overdue", "Standing"), rows=10),),
        lead=actions_stand,
        order=3,
    ),
)
