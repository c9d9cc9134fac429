"""The page Patient voices: which complaints are open and how long, of which kinds, and what focus groups brought."""

from medoffice_xl.areas.satisfaction import complaints, focus_findings
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures, Listing, Note, spill
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Tone, count, day, days, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Patient voices"
OPEN, LATE = "Open complaints", "Late complaints"
ROOM, KINDS, FINDINGS = 20, 9, 20

STANDING = Figures(
    "standing",
    (
        Figure(OPEN, ours("=COMPLAINTS_OPEN(Satisfaction,AsOf)"), Unit.COUNT, says="Made and not answered yet"),
        Figure(LATE, ours("=COMPLAINTS_LATE(Satisfaction,AsOf)"), Unit.COUNT, alarm=Tone.POOR,
               says="Open for more than 30 days (Thresholds)"),
    ),
    title="Complaints",
)  # fmt: skip
LIST = Listing(
    "open",
    (
        text("Complaint", 12),
        day("Made on"),
        count("Days open"),
        text("Kind", 15),
        text("About", 18),
        text("Owner", 18),
        text("Again", 8, tones={"again": Tone.FAIR}),
        text("Standing", 10, tones={complaints.LATE: Tone.POOR}),
    ),
    spill("=COMPLAINT_LIST(Satisfaction,AsOf)", complaints.COLUMNS),
    title="Open complaints, oldest first",
    room=ROOM,
    empty="No complaint is open.",
    note="again: the same account complained within a year before.",
)
BY_KIND = Listing(
    "kinds",
    (text("Kind", 15), count("Made"), count("Open"), count("Answered"), days("Days to answer"), count("Repeats")),
    spill("=COMPLAINT_KINDS(Satisfaction,AsOf)", complaints.KIND_COLUMNS),
    title="By kind, 365 days",
    room=KINDS,
    has_total=True,
    empty="No complaint was made.",
    note="Days to answer: the median.",
)
FOUND = Listing(
    "findings",
    (
        day("Held on"),
        text("Group", 24),
        text("Theme", 18),
        text("Finding", 50, lines=2),
        text("Action", 40, lines=2),
        text("Owner", 16),
        day("Due"),
        text(
            "Standing",
            10,
            tones={focus_findings.OVERDUE: Tone.POOR, focus_findings.TO_DO: Tone.FAIR, focus_findings.DONE: Tone.GOOD},
        ),
    ),
    spill("=FOCUS_FINDINGS(Satisfaction,AsOf)", focus_findings.COLUMNS),
    title="What focus groups brought",
    room=FINDINGS,
    empty="Nothing is written down: type findings on the sheet Focus groups.",
)

TO_ANSWER = ToDo(
    "Complaints open for too long",
    Formula(f"=IF(ISNUMBER({figure('standing', LATE, NAME)}),{figure('standing', LATE, NAME)},0)"),
    NAME,
    "Call the patient today, and type on Complaints what was done.",
    Urgency.DUE,
)

PAGE = Page(
    NAME,
    "Complaints and focus groups",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (STANDING, LIST, BY_KIND, FOUND, Note("What is typed stands on the sheets Complaints and Focus groups.")),
    key=KeyFigure("complaints open", f"={figure('standing', OPEN, NAME)}", Unit.COUNT),
    reading=(
        "The oldest complaint first; “again” means that the same account complained before. Kinds that return are a "
        "matter of how work is done, not of one patient."
    ),
    then=(
        "Answer today what is late, and type on *Complaints* what was done. Actions of focus groups get an owner and "
        "a day on *Focus groups*."
    ),
)
