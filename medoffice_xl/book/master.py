"""Where the master workbook is: inside the installed package, or beside it in a checkout."""

import shutil
from pathlib import Path

import medoffice_xl
from medoffice_xl.errors import BookError

NAME = "PracticeManager.xlsm"


def master_workbook() -> Path:
    """The master workbook that came with this version. Raises BookError when the installation lacks it."""
    package = Path(medoffice_xl.__file__).parent
    for folder in (package / "_workbook", package.parent / "workbook"):
        if (folder / NAME).is_file():
            return folder / NAME
    raise BookError("The master workbook is missing from this installation. Install medoffice_xl again.")


def copy_master(folder: Path) -> Path:
    """A copy of the master workbook in `folder`, made if need be. Raises BookError rather than overwrite one."""
    target = folder / NAME
    if target.exists():
        raise BookError(f"{target} is there already and was left as it is. Give another folder, or move it away first.")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(master_workbook(), target)
    return target
