"""`python -m campaigns.pictures`: the invented practice, its pages and its pack as files, and pictures for docs.

Needs LibreOffice (soffice) and poppler (pdftoppm). What was there is replaced.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "pictures"
DOTS = 80
"""A picture's dots an inch."""

SHOWN = {
    "home": "Home",
    "dashboard": "Dashboard",
    "voucher-check": "Voucher check",
    "payer-review": "Payer review",
}
"""What `medoffice report` is asked for, which is the picture's name too, and the page's name."""


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _run(sys.executable, "-c", _CLI, "demo", "--out", work / "demo")
        for picture, page in SHOWN.items():
            _run(sys.executable, "-c", _CLI, "report", work / "demo" / "PracticeManager.xlsm", picture, "--out", work)
            (written,) = work.glob(f"{page} *.xlsx")
            profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
            _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, written)
            target = PICTURES / picture
            _run("pdftoppm", "-r", DOTS, "-png", "-f", 1, "-l", 1, "-singlefile", written.with_suffix(".pdf"), target)
            print(f"{target}.png")
        _pack(work / "demo" / "PracticeManager.xlsm")


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
