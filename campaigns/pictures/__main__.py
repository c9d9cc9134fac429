"""`python -m campaigns.pictures`: the invented practice, its pages and its pack as files, and pictures for docs.

Needs LibreOffice (soffice) and poppler (pdftoppm). What was there is replaced.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from medoffice_xl.build.page_docs import picture_of
from medoffice_xl.build.pages import pages
from medoffice_xl.pages.page import Page

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "pictures"
DOTS = 80
"""A picture's dots an inch."""


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _run(sys.executable, "-c", _CLI, "demo", "--out", work / "demo")
        _run(sys.executable, "-c", _CLI, "report", work / "demo" / "PracticeManager.xlsm", "all", "--out", work / "out")
        written = {picture_of(page): _written(page, work / "out") for page in pages()}
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, *written.values())
        for picture, file in written.items():
            target, drawn = PICTURES / picture, work / f"{file.stem}.pdf"
            _run("pdftoppm", "-r", DOTS, "-png", "-f", 1, "-l", 1, "-singlefile", drawn, target)
            print(f"{target}.png")
        _pack(work / "demo" / "PracticeManager.xlsm")


def _written(page: Page, folder: Path) -> Path:
    """The file of a page, not that of a report of a like name."""
    (found,) = (path for path in folder.glob(f"{page.name} *.xlsx") if path.stem[len(page.name) + 1].isdigit())
    return found


def _pack(book: Path) -> None:
    """The physician pack, and a picture of each of its pages."""
    _run(sys.executable, "-c", _CLI, "pack", book, "--out", DOCS / "pack.pdf")
    (DOCS / "pack agenda.docx").replace(DOCS / "pack-agenda.docx")
    for former in PICTURES.glob("pack-*.png"):
        former.unlink()
    _run("pdftoppm", "-r", DOTS, "-png", DOCS / "pack.pdf", PICTURES / "pack")
    for picture in sorted(PICTURES.glob("pack-0*.png")):
        picture.replace(PICTURES / picture.name.replace("pack-0", "pack-"))
    print(DOCS / "pack.pdf")


_CLI = "from medoffice_xl.cli import main; main()"


def _run(*command: object) -> None:
    """A command that may find problems (1) but must do its work."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(f"{command[0]} failed: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
