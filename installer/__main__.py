"""`python -m installer`: the installer for Windows and the same content as a zip, into `dist/`."""

import argparse
from pathlib import Path

from installer.contents import put_together
from installer.plain_zip import write_zip
from installer.setup import NAME, write_setup


def main() -> None:
    """Put it together and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where the two files go")
    parser.add_argument("--work", type=Path, default=Path(".installer"), help="where downloads are kept")
    parser.add_argument("--quick", action="store_true", help="not made smaller: for trying it out")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    content = put_together(given.work / "downloads", given.work / "content")
    for made in (
        write_setup(content.resolve(), (given.out / NAME).resolve(), quick=given.quick),
        write_zip(content, given.out / "PracticeManager.zip"),
    ):
        print(f"{made} {made.stat().st_size / 1e6:,.1f} MB")


if __name__ == "__main__":
    main()
