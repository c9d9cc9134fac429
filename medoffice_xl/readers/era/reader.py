"""Read an 835 file: the tables *remits*, *remittances* and *provider_adjustments*, and every problem, money first."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa

from medoffice_xl.readers.era.advice import Advice, load
from medoffice_xl.readers.era.envelope import looks_like_remittance
from medoffice_xl.readers.era.remittance import KIND, worked_out
from medoffice_xl.readers.era.together import WORKERS, read_together
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading

# Arrow's own allocator keeps what it freed: one part in ten of a large file's peak, and a little time.
pa.set_memory_pool(pa.system_memory_pool())


def recognises(file: File) -> int:
    """Certain of an 835, from its first bytes; its name says nothing reliable."""
    return CERTAIN if looks_like_remittance(file.begins) else NO


def read(path: Path | str) -> Reading:
    """Read a file into the tables *remits*, *remittances* and *provider_adjustments*.

    Raises CannotRead where it is no remittance at all.
    """
    return _reading(load(path, quantities=False))


def _reading(advice: Advice) -> Reading:
    found = worked_out(advice)
    return Reading(advice.file, KIND, found.tables(), found.problems())


def read_many(paths: Iterable[Path | str]) -> list[Reading]:
    """Read several files, in the order given: the small ones together, the others two at a time.

    Raises CannotRead for the first that is no remittance at all.
    """
    chosen = [Path(path) for path in paths]
    done = read_together(chosen)

    def one(path: Path) -> Reading:
        return done.get(path) or _reading(load(path, quantities=False))

    with ThreadPoolExecutor(WORKERS) as workers:
        return list(workers.map(one, chosen))


READER = Reader(KIND, recognises, lambda file: read(file.path), read_together=read_together)
