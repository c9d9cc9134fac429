"""The same content makes the same installer and the same zip, whenever and wherever it is packed."""

import os
import shutil
from pathlib import Path

import pytest

from installer.plain_zip import write_zip
from installer.setup import write_setup

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.skipif(not shutil.which("makensis"), reason="needs NSIS (Debian: nsis)")
@pytest.mark.parametrize("quick", [True, False], ids=["loosely", "tightly, as given away"])
def test_order_place_and_day_do_not_matter(tmp_path, quick):
    made = []
    for number, days in (("first", 0), ("second", 86_400)):
        folder = tmp_path / number / "content"
        shutil.copytree(REPOSITORY / "installer", folder / "python", ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "a.txt").write_text("a", encoding="utf-8")
        for path in folder.rglob("*"):
            os.utime(path, (315532800, 315532800))
        os.utime(folder, (days, days))
        setup = write_setup(folder, tmp_path / f"{number}.exe", quick=quick)
        made.append((setup.read_bytes(), write_zip(folder, tmp_path / f"{number}.zip").read_bytes()))
    assert made[0] == made[1]
