"""The same content as a zip, for a stick: unpacked anywhere, `medoffice.cmd register` lets Windows start its Python."""

import zipfile
from pathlib import Path

ROOT = "PracticeManager"


def write_zip(folder: Path, to: Path) -> Path:
    """Every file under the folder, in order, all of one day; returns the zip."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{ROOT}/{path.relative_to(folder).as_posix()}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, path.read_bytes())
    return to
