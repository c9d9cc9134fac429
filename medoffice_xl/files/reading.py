"""The one way to read a file whole: of a size that memory holds, and with words for what cannot be read."""

from pathlib import Path

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LARGEST_FILE
from medoffice_xl.files.words import in_words


def read_whole(path: Path) -> bytes:
    """The file's bytes; raises CannotRead."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise CannotRead(
                f"{path.name} has {size:,} bytes; files of up to {LARGEST_FILE:,} are read. Export it in parts, by "
                "month for example."
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"{path.name} cannot be opened: {in_words(error)}") from error
