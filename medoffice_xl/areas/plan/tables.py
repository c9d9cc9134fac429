"""What the practice plans and agrees on: goals, meetings and their actions, policies, services, and evaluations."""

from medoffice_xl.tables.benchmarks import HIGHER, LOWER
from medoffice_xl.tables.schema import Table, day, money, number, rate, text, whole

PHYSICIANS, STAFF = "physicians", "staff"
CHOSEN, REJECTED = "chosen", "rejected"
AUTOMATIC = "automatic"

GOALS = Table(
    name="goals",
    sheet="Goals",
    excel_name="tblGoals",
    doc="What a figure of the practice is to reach, from which value and day, by which day, and who sees to it. Values "
    "are as the figure shows them: days, dollars, or a share such as 95%.",
    key=("goal",),
    columns=(
        text("goal", "Goal", "What is to be reached, in a few words.", required=True, width=34),
        text("figure", "Goal figure", "The figure it is told by, as the Dashboard calls it.",
             required=True, width=24),
        text("better", "Goal is", "lower or higher; empty is as the figure has it.", choices=(LOWER, HIGHER), width=9),
        number("baseline", "Begun at", "The figure on the first day.", required=True, width=11),
        day("start", "Begun on", "First day of the goal.", required=True),
        number("target", "Target", "What the figure is to reach.", required=True, width=11),
        day("due", "Reach by", "Day by which it is to be reached.", required=True, ends=True),
        text("owner", "Goal owner", "Who sees to it.", width=18),
        text("note", "Goal note", "What is done for it.", width=44, counts=False),
    ),
)  # fmt: skip

MEETINGS = Table(
    name="meetings",
    sheet="Meetings",
    excel_name="tblMeetings",
    doc="Meetings with the physicians and of the staff: when, who comes, what is to be talked about, and the minutes. "
    "The report Agenda adds what changed, goals, overdue actions and what is to be decided.",
    key=("meeting", "meeting_day"),
    columns=(
        text("meeting", "Meeting", "What it is called, such as Physicians' meeting.", required=True, width=26),
        text("kind", "Meeting of", "physicians or staff.", required=True, choices=(PHYSICIANS, STAFF), width=11),
        day("meeting_day", "Meeting day", "Day of the meeting.", required=True),
        text("starts", "Starts at", "Time of the day, such as 07:30.", width=10),
        whole("minutes_long", "Minutes long", "How long it takes.", width=9),
        text("place", "Meeting place", "Where it is held.", width=18),
        text("people", "Invited", "Names or e-mail addresses, parted by semicolons.", width=40),
        text("topics", "Topics", "What is to be talked about, parted by semicolons.", width=50),
        text("minutes", "Minutes", "What was said and agreed.", width=60, counts=False),
    ),
)  # fmt: skip

ACTIONS = Table(
    name="actions",
    sheet="Actions",
    excel_name="tblActions",
    doc="What somebody is to do by a day, as a meeting agreed. A day under Action done closes it.",
    key=("action", "due"),
    columns=(
        text("action", "Action", "What is to be done.", required=True, width=52),
        text("meeting", "Agreed at", "The meeting, or what else it comes from.", width=26),
        day("agreed", "Agreed on", "Day on which it was agreed."),
        text("owner", "Action owner", "Who does it.", width=18),
        day("due", "Action due", "Day by which it is to be done.", required=True),
        day("done", "Action done", "Day on which it was done."),
        text("note", "Action note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip

POLICIES = Table(
    name="policies",
    sheet="Policies",
    excel_name="tblPolicies",
    doc="Personnel policies, job specifications and procedures: which version stands, who keeps it, and when it is "
    "looked at again.",
    key=("policy",),
    columns=(
        text("policy", "Policy", "What it is called.", required=True, width=38),
        text("kind", "Policy kind", "What kind of paper it is.", required=True, width=18,
             choices=("personnel policy", "job specification", "procedure")),
        text("owner", "Policy owner", "Who keeps it.", width=18),
        text("version", "Version", "Which version stands.", width=9),
        day("reviewed", "Last review", "Day on which it was last looked at."),
        day("next_review", "Next review", "Day by which it is looked at again."),
        text("link", "Policy link", "Where the paper lies: a path or an address.", width=44, counts=False),
    ),
)  # fmt: skip

SERVICES = Table(
    name="services",
    sheet="Services",
    excel_name="tblServices",
    doc="Outside services, insurance, software and hardware: what each costs, how long its contract runs, and by when "
    "notice is to be given.",
    key=("service",),
    columns=(
        text("service", "Service", "What it is, such as Malpractice insurance.", required=True, width=34),
        text("kind", "Service kind", "What kind of thing it is.", required=True, width=16,
             choices=("outside service", "insurance", "software", "hardware")),
        text("provider", "Provided by", "Who provides it.", width=26),
        money("cost", "Cost a year", "Dollars a year."),
        day("ends", "Contract end", "Last day of the contract, or of the insurance.", ends=True),
        text("renewal", "Service renews", "automatic: it goes on for a year unless notice is given.",
             choices=(AUTOMATIC, "none"), width=12),
        whole("notice_days", "Notice days ahead", "Days before the end by which notice is to be given.", width=9),
        day("next_review", "Service review", "Day by which to look whether it still serves."),
        text("owner", "Service owner", "Who sees to it.", width=18),
        text("note", "Service note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip

EVALUATIONS = Table(
    name="evaluations",
    sheet="Evaluations",
    excel_name="tblEvaluations",
    doc="Candidates for software, hardware or services, scored 0 to 10 by criteria with weights, one row a candidate "
    "and criterion. What was decided stands on any row of the candidate.",
    key=("topic", "candidate", "criterion"),
    columns=(
        text("topic", "Evaluation", "What is to be chosen, such as Practice software.", required=True, width=28),
        text("candidate", "Option", "One of those that may be chosen.", required=True, width=24),
        text("criterion", "Criterion", "What it is judged by.", required=True, width=24),
        rate("weight", "Criterion weight", "How much the criterion counts; weights need not add up to 100%.",
             required=True, width=9),
        number("score", "Points", "0 to 10; empty is not judged yet.", width=8),
        text("decision", "Chosen", "chosen or rejected, once it is decided.", choices=(CHOSEN, REJECTED), width=10),
        day("decided", "Decided on", "Day of the decision."),
        text("why", "Reason", "Why it was decided so, and by whom.", width=50, counts=False),
    ),
)  # fmt: skip

TABLES = (GOALS, MEETINGS, ACTIONS, POLICIES, SERVICES, EVALUATIONS)
