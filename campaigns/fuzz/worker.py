"""A process of its own that tries files one after the other, within limits; a line of JSON for each on its output."""

import json
import random
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from campaigns.fuzz.mutations import mutated
from campaigns.fuzz.seeds import Originals, Seed, originals
from campaigns.fuzz.trial import tried

MEMORY = 3 * 1024**3
"""Bytes of address space: a file that asks for more fails."""


WHOLLY = 10
"""Of so many files one is also taken in and written into cells: that takes ten times as long as reading it."""


def made(number: int, seed: int, good: Originals) -> Seed:
    """The file of this number: always the same of the same seed."""
    chance = random.Random(f"{seed}/{number}")
    original = chance.choice(good.by_ending[chance.choice([*good.by_ending])])
    return Seed(original.name, mutated(chance, original.data, good.contents))


def trials(numbers: range, seed: int) -> Iterator[dict[str, object]]:
    """What became of each file of these numbers, and the most memory so far."""
    good = originals()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for number in numbers:
            file = made(number, seed, good)
            path = Path(folder) / file.name
            path.write_bytes(file.data)
            yield {"begins": number}
            verdict = tried(path, wholly=number % WHOLLY == 0)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            yield {
                "number": number,
                "name": file.name,
                "fault": verdict.fault,
                "kind": verdict.kind,
                "segments": verdict.segments,
                "seconds": verdict.seconds,
                "peak": peak,
            }
            path.unlink()


def main() -> None:
    """Try the files that the command line names: first number, number after the last, seed."""
    first, end, seed = map(int, sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for told in trials(range(first, end), seed):
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
