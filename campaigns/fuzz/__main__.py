"""`python -m campaigns.fuzz`: files made at random, in processes of their own, and a report at the end.

Exit code 1 where any broke the program. A file is made anew from its number: `--first 4711 --files 1 --keep DIR`.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from campaigns.fuzz.seeds import ROOT, originals
from campaigns.fuzz.worker import made

AT_A_TIME = 2_000
DEAD_AFTER = 120.0
"""Seconds without a word after which a process is killed; a busy machine may take long over ten seconds of work."""


class Campaign:
    """What has been found so far."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.faults: dict[str, list[int]] = {}
        self.kinds: Counter[str] = Counter()
        self.files = self.segments = self.peak = 0
        self.slowest = (0.0, 0)
        self._lock = threading.Lock()

    def run(self, numbers: range) -> None:
        """Try these files; where one ends the process, go on behind it."""
        first = numbers.start
        while first < numbers.stop:
            first = self._process(range(first, numbers.stop))

    def _process(self, numbers: range) -> int:
        """Start a process for these files; returns the number after the last one it tried."""
        words = [sys.executable, "-m", "campaigns.fuzz.worker", *map(str, (numbers.start, numbers.stop, self.seed))]
        at = numbers.start
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            words_of_end: list[str] = []
            errors = threading.Thread(target=lambda: words_of_end.extend(process.stderr or ()))
            errors.start()
            watch = threading.Timer(DEAD_AFTER, process.kill)
            watch.start()
            for line in process.stdout:
                watch.cancel()
                watch = threading.Timer(DEAD_AFTER, process.kill)
                watch.start()
                told = json.loads(line)
                at = told.get("begins", at)
                if "number" in told:
                    self._count(told)
                    at = told["number"] + 1
            watch.cancel()
            code = process.wait()
            errors.join()
        if at < numbers.stop and code:
            last = next((line.strip() for line in reversed(words_of_end) if line.strip()), "")
            self._fault(at, f"the process ended with {code}: {last[:200]}")
            return at + 1
        return at

    def _count(self, told: dict[str, object]) -> None:
        with self._lock:
            self.files += 1
            self.kinds[str(told["kind"]) or "refused in words"] += 1
            self.segments += int(str(told["segments"]))
            self.peak = max(self.peak, int(str(told["peak"])))
            self.slowest = max(self.slowest, (float(str(told["seconds"])), int(str(told["number"]))))
        if told["fault"]:
            self._fault(int(str(told["number"])), str(told["fault"]))

    def _fault(self, number: int, fault: str) -> None:
        with self._lock:
            self.faults.setdefault(fault.partition(":  ")[0], []).append(number)
            print(f"{number}: {fault}", file=sys.stderr, flush=True)

    def report(self, seconds: float) -> str:
        """The figures, in words."""
        lines = [f"{self.files:,} files in {seconds:,.0f} s from seed {self.seed}:"]
        lines += [f"  {count:>9,}  {kind}" for kind, count in self.kinds.most_common()]
        lines += [
            f"  {self.segments:,} segments of remittances, none lost unless said below",
            f"  slowest: {self.slowest[0]:.1f} s (file {self.slowest[1]}); most memory: {self.peak:,} MiB",
            f"  faults: {sum(map(len, self.faults.values())):,} of {len(self.faults):,} kinds",
        ]
        lines += [f"    {len(numbers):>6} × {fault} (file {numbers[0]})" for fault, numbers in self.faults.items()]
        return "\n".join(lines)


def main() -> int:
    """Run the campaign that the command line names."""
    asked = argparse.ArgumentParser(prog="python -m campaigns.fuzz", description=__doc__)
    asked.add_argument("--files", type=int, default=2_000)
    asked.add_argument("--first", type=int, default=0, help="number of the first file")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--at-once", type=int, default=2, help="processes at the same time")
    asked.add_argument("--keep", type=Path, help="write the files to this folder instead of trying them")
    given = asked.parse_args()
    numbers = range(given.first, given.first + given.files)
    if given.keep:
        return _keep(numbers, given.seed, given.keep)
    campaign, started = Campaign(given.seed), time.monotonic()
    parts = [
        range(start, min(start + AT_A_TIME, numbers.stop)) for start in range(numbers.start, numbers.stop, AT_A_TIME)
    ]
    with ThreadPoolExecutor(given.at_once) as processes:
        list(processes.map(campaign.run, parts))
    print(campaign.report(time.monotonic() - started))
    return 1 if campaign.faults else 0


def _keep(numbers: range, seed: int, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    good = originals()
    for number in numbers:
        file = made(number, seed, good)
        (folder / str(number)).mkdir(exist_ok=True)
        (folder / str(number) / file.name).write_bytes(file.data)
        print(folder / str(number) / file.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
