"""What the physicians are shown first: the figures of the Dashboard."""

from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection
from medoffice_xl.pages.shown import ShownPages, as_number
from medoffice_xl.pages.standing import FAIR, GOOD, POOR
from medoffice_xl.reports.rows import counted

PAGE, BOARD = "Dashboard", "key figures"


def lead(pages: ShownPages) -> str:
    """How many of the figures are good, fair and poor against their benchmarks, and which are poor."""
    named: dict[str, list[str]] = {GOOD: [], FAIR: [], POOR: []}
    for each in pages.figures(PAGE, BOARD):
        standing = each.remark.partition(" ")[0]
        if standing in named and as_number(each.value) is not None:
            named[standing].append(each.declared.label)
    judged = sum(map(len, named.values()))
    if not judged:
        return ""
    shares = ", ".join(f"{len(labels) or 'none'} {standing.lower()}" for standing, labels in named.items())
    poor = f" Poor: {'; '.join(named[POOR])}." if named[POOR] else ""
    return f"Of {counted(judged, 'figure', 'figures')} with a benchmark: {shares}.{poor}"


SECTIONS = (PackSection(Chapter.GLANCE, "The figures a physician asks for", (Excerpt(PAGE, BOARD),), lead=lead),)
