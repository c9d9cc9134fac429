"""The physician pack as a PDF: tagged, with a text for every chart, for archives (PDF/A-2a) and for all (PDF/UA-1).

Words and figures go to Typst as data in JSON, never as its source, so that nothing in a file's text is taken for a
command. The font is the package's own. The same pack is the same bytes.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from medoffice_xl.areas.pack.document import Pack
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.pages.pack import CHAPTER_TITLES, Chapter
from medoffice_xl.render.pack.printable import FONT, printable

TITLE = "Physician pack"
FOOTER = "Sums and shares only. No patient, nobody's pay, no group of few people."

_HERE = Path(__file__).parent


def write_pack(pack: Pack, path: Path) -> Path:
    """Write the pack to the file; it is whole or as it was."""
    make_folder(path.parent)
    write_whole(path, pack_pdf(pack))
    return path


def pack_pdf(pack: Pack) -> bytes:
    """The pack as the bytes of a PDF."""
    import typst  # noqa: PLC0415 (30 MB that nothing else needs)

    found = typst.compile(
        _HERE / "pack.typ",
        root=_HERE,
        font_paths=[FONT.parent],
        ignore_system_fonts=True,
        sys_inputs={"pack": json.dumps(_printable(_data(pack)), sort_keys=True)},
        pdf_standards=["a-2a", "ua-1"],
    )
    assert isinstance(found, bytes)
    return found


def _data(pack: Pack) -> dict[str, Any]:
    """What the template asks for."""
    month = f"{pack.day:%B %Y}"
    told = f"{pack.day:%B} {pack.day.day}, {pack.day.year}"
    return asdict(pack) | {
        "day": [pack.day.year, pack.day.month, pack.day.day],
        "title": f"{pack.title}, {month}",
        "title_short": f"{pack.title} · {month}",
        "subtitle": f"Figures as of {told}",
        "description": f"What the physicians of {pack.practice} are shown of the month to {told}.",
        "footer": FOOTER,
        "verdict_title": "The verdict in three sentences",
        "glance": CHAPTER_TITLES[Chapter.GLANCE],
        "meanings_title": "What the figures mean",
        "target_word": "target",
        "benchmark_by": "Benchmark:",
        "basis_title": "As of, and on what basis",
    }


def _printable(data: Any) -> Any:
    """The same with every text as the font can print it."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {name: _printable(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return data
