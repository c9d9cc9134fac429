"""Where the master workbook is: inside the installed package, or beside it in a checkout."""

from pathlib import Path

import medoffice_xl
from medoffice_xl.errors import BookError
from medoffice_xl.files.whole import make_folder, write_whole, writing

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
    return put_workbook(folder, master_workbook().read_bytes())


def put_workbook(folder: Path, content: bytes, name: str = NAME) -> Path:
    """A new workbook of this content in `folder`, whole or not at all; raises BookError or CannotWrite."""
    target = folder / name
    if not target.exists():
        make_folder(folder)
    with writing(target):
        if target.exists():
            raise BookError(
                f"{target} is there already and was left as it is. Give another folder, or move it away first."
            )
        write_whole(target, content)
    return target
