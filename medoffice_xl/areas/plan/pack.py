"""What the physicians are shown of the plan: what waits for them, goals, and what was agreed."""

from medoffice_xl.areas.plan import page
from medoffice_xl.areas.plan.dashboard_blocks import TO_DECIDE
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.pages.written import written

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


SECTIONS = (
    PackSection(Chapter.GLANCE, "To decide", (), verdicts={Verdict.DECIDE: to_decide}),
    PackSection(
        Chapter.PLAN,
        "What waits for a decision",
        (Excerpt(DASHBOARD, TO_DECIDE.name, ("Decision", "By", "Dollars", "Who", "Why"), rows=8),),
        order=1,
    ),
    PackSection(
        Chapter.PLAN,
        "Goals",
        (Excerpt(page.NAME, "goals", ("Goal", "Begun at", "Now", "By now", "Target", "Reach by", "Status", "Owner")),),
        order=2,
    ),
    PackSection(
        Chapter.PLAN,
        "Actions",
        (Excerpt(page.NAME, "actions", ("Action", "Owner", "Due", "Days overdue", "Standing"), rows=10),),
        order=3,
    ),
)
