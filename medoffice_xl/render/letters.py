"""Appeal letters as Word documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from medoffice_xl.areas.compliance.appeal_letters import Letter, LetterLine
from medoffice_xl.files.names import file_names
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.money import show
from medoffice_xl.render.word_document import bytes_of, new_document, paragraph, ruled_table

HEADINGS = ("Claim", "Your number", "Service", "Code", "Units", "Allowed", "Contract", "Owed")
WIDTHS = (0.95, 1.2, 0.85, 0.8, 0.5, 0.9, 0.9, 0.8)
AMOUNTS = 4
"""Columns from here on are figures, set to the right."""

BY_CODE = ("Code", "Lines", "Units", "Allowed", "Contract", "Owed")
CODE_WIDTHS = (1.9, 0.9, 0.9, 1.1, 1.1, 1.0)
ONE_PAGE = 25
"""Lines that fit on the first page; of more it tells the sums by code first."""


def write_letters(letters: Sequence[Letter], folder: Path) -> list[Path]:
    """Write one DOCX a letter into the folder; returns the files. An older letter of the same day is replaced.

    Each letter is whole or as it was. Payers whose names a file cannot tell apart get numbers.
    """
    make_folder(folder)
    names = file_names([letter.payer for letter in letters], "payer")
    files = [folder / f"Appeal {name} {letter.day:%Y-%m-%d}.docx" for letter, name in zip(letters, names, strict=True)]
    for path, letter in zip(files, letters, strict=True):
        write_whole(path, _content(letter))
    return files


def _content(letter: Letter) -> bytes:
    document = new_document(f"Appeal to {letter.payer}", letter.practice)
    paragraph(document, letter.practice or "[Name of the practice]", bold=True)
    paragraph(document, f"{letter.day:%B} {letter.day.day}, {letter.day.year}")
    paragraph(document, f"{letter.payer}\nProvider appeals")
    paragraph(document, f"Request for corrected payment: {_claims(letter)}, {show(letter.total)}", bold=True)
    paragraph(document, "To whom it may concern:")
    paragraph(
        document,
        f"The allowed amounts of the services below are less than agreed under {'; '.join(letter.agreements)}. "
        "We compared the allowed amount, before deductible, coinsurance and copay, with the contracted rate on the "
        f"date of service. The difference is {show(letter.total)}.",
    )
    if len(letter.lines) > ONE_PAGE:
        _sums_by_code(document, letter)
        paragraph(document, "The claims, line by line:")
    _table(document, letter)
    paragraph(
        document,
        "Please reprocess these claims at the contracted rates and send a corrected remittance. If you hold that the "
        "amounts are right, please send us the fee schedule and the payment rule that you applied to each line.",
    )
    paragraph(document, "Sincerely,\n\n\n[Name, title, telephone]")
    return bytes_of(document)


def _sums_by_code(document: Any, letter: Letter) -> None:
    rows = [
        (code, f"{len(lines):,}", f"{sum(line.units for line in lines):g}", *_sums(lines))
        for code, lines in letter.by_code().items()
    ]
    total = ("Total", f"{len(letter.lines):,}", "", *_sums(letter.lines))
    ruled_table(document, BY_CODE, [*rows, total], CODE_WIDTHS, right=range(1, len(BY_CODE)), total=True)


def _table(document: Any, letter: Letter) -> None:
    rows = [
        (
            line.claim_id,
            line.payer_claim_no,
            f"{line.dos:%m/%d/%Y}",
            line.code,
            f"{line.units:g}",
            show(line.allowed),
            show(line.expected),
            show(line.difference),
        )
        for line in letter.lines
    ]
    total = ("Total", "", "", "", "", *_sums(letter.lines))
    ruled_table(document, HEADINGS, [*rows, total], WIDTHS, right=range(AMOUNTS, len(HEADINGS)), total=True)


def _sums(lines: Sequence[LetterLine]) -> tuple[str, str, str]:
    """What was allowed, what was agreed, and what is owed, in all."""
    return (
        show(sum(line.allowed for line in lines)),
        show(sum(line.expected for line in lines)),
        show(sum(line.difference for line in lines)),
    )


def _claims(letter: Letter) -> str:
    return "1 claim" if letter.claims == 1 else f"{letter.claims} claims"
