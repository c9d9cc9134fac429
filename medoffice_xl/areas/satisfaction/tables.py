"""What patients said: answers to surveys, complaints, findings of focus groups, and the words that judge them."""

from medoffice_xl.tables.schema import Table, day, number, text, whole

RECOMMEND, RATING, COMMENT = "recommend", "rating", "comment"
ACCESS, COMMUNICATION, STAFF, COORDINATION = "access", "communication", "office staff", "coordination"
MEASURES = (RECOMMEND, RATING, ACCESS, COMMUNICATION, STAFF, COORDINATION, "other", COMMENT)

SURVEYS = Table(
    name="surveys",
    sheet="Surveys",
    excel_name="tblSurveys",
    doc="Answers to surveys, one row an answer to a question, without who gave it: names, e-mail and IP addresses "
    "of the file are left out. Comments stay on this sheet: figures count them by theme alone.",
    key=("response", "question"),
    columns=(
        text("response", "Response", "Number of the response in the survey's own system.", required=True, width=18),
        day("answered", "Answered", "Day of the answer.", required=True),
        text("provider", "Asked about", "Provider the answers are about, where the survey says so.", width=18),
        text("question", "Question", "As it was asked.", required=True, width=44),
        text("measure", "Measure asked", "What the question is about; a comment is free text.", required=True,
             choices=MEASURES, width=14),
        text("answer", "Answer", "The words of the answer; empty where it is a number.", width=30),
        number("score", "Score", "The number of the answer.", width=8),
        whole("scale", "Scale", "Highest number that could be given: 10, 5 or 4.", width=7),
        text("survey", "Survey", "Where it comes from.", width=14),
    ),
)  # fmt: skip

COMPLAINT_KINDS = ("waiting", "billing", "staff", "communication", "care", "access", "other")

COMPLAINTS = Table(
    name="complaints",
    sheet="Complaints",
    excel_name="tblComplaints",
    doc="Complaints, one row each. Typed; no import changes them. Write no names.",
    key=("complaint",),
    columns=(
        text("complaint", "Complaint", "Its number.", required=True, width=11),
        day("opened", "Complained on", "Day it was made.", required=True),
        text("kind", "Complaint kind", "What it is about.", required=True, choices=COMPLAINT_KINDS, width=14),
        text("account", "Complaint account", "The patient's account number: who complains again is told by it.",
             width=12),
        text("provider", "Complaint about", "Provider it is about, where it is about one.", width=18),
        text("owner", "Complaint owner", "Who answers it.", width=16),
        day("closed", "Answered on", "Day it was answered and closed. Empty: it is open."),
        text("complaint_note", "Complaint note", "What was found and done.", width=44, counts=False),
    ),
)  # fmt: skip

FOCUS_GROUPS = Table(
    name="focus_groups",
    sheet="Focus groups",
    excel_name="tblFocusGroups",
    doc="What focus groups and listening meetings brought, one row a finding. Typed; no names.",
    key=("held", "theme", "finding"),
    columns=(
        day("held", "Held on", "Day of the meeting.", required=True),
        text("group", "Group", "Who was asked, as a group: parents, patients over 65.", width=24),
        text("theme", "Finding theme", "What it is about.", required=True, width=18),
        text("finding", "Finding", "What was said, in one sentence.", required=True, width=56),
        text("action", "Finding action", "What is to be done about it.", width=44),
        text("owner", "Finding owner", "Who does it.", width=16),
        day("due", "Finding due", "Day by which it is to be done."),
        day("done", "Finding done", "Day it was done."),
    ),
)  # fmt: skip

TOP, OTHER, NOT_APPLICABLE = "top", "other", "not applicable"

ANSWER_WORDS = Table(
    name="answer_words",
    sheet="Answer words",
    excel_name="tblAnswerWords",
    doc="Which words of an answer are the best one that could be given (top), which are others, and which are none at "
    "all. Change them to your survey's own; a word that is not here counts for nothing, and that is told.",
    key=("word",),
    columns=(
        text("word", "Answer word", "The answer, in any case.", required=True, width=28),
        text("box", "Box", "What it is.", required=True, choices=(TOP, OTHER, NOT_APPLICABLE), width=14),
    ),
)

COMMENT_THEMES = Table(
    name="comment_themes",
    sheet="Comment themes",
    excel_name="tblCommentThemes",
    doc="Words by which comments are sorted into themes, for counting alone. Change them to what your patients say.",
    key=("theme",),
    columns=(
        text("theme", "Theme", "Name of the theme.", required=True, width=20),
        text("words", "Theme words", "Words or beginnings of words (wait*) that tell it, parted by “;”.", required=True,
             width=72),
    ),
)  # fmt: skip
