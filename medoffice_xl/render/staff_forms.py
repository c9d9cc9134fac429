"""Job specifications and review forms as Word documents, to be completed and signed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from medoffice_xl.areas.staff.forms import JobSpecification, ReviewForm
from medoffice_xl.files.names import file_names
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.render.word_document import (
    WRITTEN_BY_HAND,
    bytes_of,
    heading,
    new_document,
    paragraph,
    printable,
    ruled_table,
)

RATINGS = ("", "1", "2", "3", "4", "5", "Example")
PLAN = ("To grow in", "How, and with whose help", "By when")
_BLANK_LINES = 3
_FILED = "Keep it in the personnel file, and type its day into Staff (Review on)."


def write_forms(specifications: Sequence[JobSpecification], reviews: Sequence[ReviewForm], folder: Path) -> list[Path]:
    """One file a role and one a review, into the folder; older ones of the same day are replaced. Returns the files."""
    make_folder(folder)
    roles = file_names([each.role for each in specifications], "role")
    people = file_names([each.who for each in reviews], "employee")
    made = [
        *(
            (f"Job specification {name} {each.day:%Y-%m-%d}.docx", _specification(each))
            for name, each in zip(roles, specifications, strict=True)
        ),
        *(
            (f"Review {name} {each.day:%Y-%m-%d}.docx", _review(each))
            for name, each in zip(people, reviews, strict=True)
        ),
    ]
    for name, content in made:
        write_whole(folder / name, content)
    return [folder / name for name, _ in made]


def _specification(job: JobSpecification) -> bytes:
    document = new_document(f"Job specification: {job.role}", job.practice)
    _head(document, job.practice, f"Job specification: {job.role}", f"Version of {_day(job.day)}")
    ruled_table(document, ("", ""), job.facts, (2.2, 4.6), strong=(0,))
    heading(document, "What the role does (a draft: make it the practice's own)")
    _listed(document, job.duties)
    heading(document, "What the role asks for")
    _listed(document, [f"{each}, kept valid" for each in job.papers] or ["No license or certificate is on record."])
    _listed(document, ["Schooling and experience: [ ]", "Languages, programs: [ ]", "Physical demands: [ ]"])
    _signatures(document, ("Employee", "Supervisor"))
    return bytes_of(document)


def _review(form: ReviewForm) -> bytes:
    document = new_document(f"Review: {form.who}", form.practice)
    _head(document, form.practice, f"Review: {form.who}", f"Prepared on {_day(form.day)}. {_FILED}")
    ruled_table(document, ("", ""), form.facts, (2.2, 4.6), strong=(0,))
    if form.due:
        ruled_table(document, ("Kept valid", "Until", "Notice"), form.due, (3.2, 1.8, 1.8))
    heading(document, "Rating: 1 below what is asked, 3 as asked, 5 far above it")
    empty = ("",) * (len(RATINGS) - 1)
    ruled_table(
        document, RATINGS, [(each, *empty) for each in form.criteria], (2.6, 0.35, 0.35, 0.35, 0.35, 0.35, 2.45)
    )
    paragraph(document, "Goals of the last year, and what came of them: [ ]")
    ruled_table(document, PLAN, [("", "", "")] * _BLANK_LINES, (2.6, 2.8, 1.4), tall=WRITTEN_BY_HAND)
    paragraph(document, "What the employee says: [ ]")
    _signatures(document, ("Employee", "Reviewer"))
    return bytes_of(document)


def _head(document: Any, practice: str, title: str, said: str) -> None:
    paragraph(document, practice or "[Name of the practice]", bold=True)
    heading(document, title, level=1)
    paragraph(document, said)


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _listed(document: Any, lines: Sequence[str]) -> None:
    for line in lines:
        document.add_paragraph(style="List Bullet").add_run(printable(line))


def _signatures(document: Any, who: Sequence[str]) -> None:
    ruled_table(
        document, ("", "Signature", "Date"), [(each, "", "") for each in who], (1.6, 3.6, 1.6), tall=WRITTEN_BY_HAND
    )
