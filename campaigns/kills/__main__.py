"""`python -m campaigns.kills`: the program is killed while it writes, again and again; exit code 1 where it harmed."""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from campaigns.kills.practice import (
    COULD_NOT,
    DONE,
    PROBLEMS,
    Action,
    actions,
    base,
    command,
    is_writing,
    leavings,
    state,
)

AT_THE_END = 0.6
"""Share of the kills that wait until something is being written: that lasts a hundredth of a run."""

WRITING = 0.01
"""Seconds after a passing file has appeared within which the kill comes: as long as a disk takes to keep one."""

BETWEEN_LOOKS = 0.0005


@dataclass(slots=True)
class Figures:
    """What has been found so far."""

    kills: Counter[str] = field(default_factory=Counter)
    left_as: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def report(self, seconds: float) -> str:
        """The figures, in words."""
        lines = [f"{self.kills.total()} kills in {seconds:,.0f} s: {dict(self.kills)}"]
        lines += [f"  {count:>4}  {what}" for what, count in self.left_as.most_common()]
        lines += [f"  faults: {len(self.faults)}", *(f"    {fault}" for fault in self.faults)]
        return "\n".join(lines)


def main() -> int:
    """Run the campaign that the command line names."""
    asked = argparse.ArgumentParser(prog="python -m campaigns.kills", description=__doc__)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    chance, figures, started = random.Random(given.seed), Figures(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as scratch:
        filled = Path(scratch) / "filled"
        book = base(filled)
        _run_to_the_end(["import", str(book), str(filled / "inbox"), str(filled / "inbox" / "remittances")])
        todo: dict[str, list[_Trial]] = {}
        for action in actions(filled):
            todo.setdefault(action.name.split()[0], []).append(_Trial(Path(scratch), action))
        for number in range(given.kills):
            trial = chance.choice(list(todo.values())[number % len(todo)])
            fault = trial.kill(chance, Path(scratch) / f"kill{number}", figures)
            if fault:
                figures.faults.append(f"kill {number} of {trial.action.name}: {fault}")
                print(figures.faults[-1], file=sys.stderr, flush=True)
    print(figures.report(time.monotonic() - started))
    return 1 if figures.faults else 0


class _Trial:
    """One action: how long it takes, what stands before it and after it."""

    def __init__(self, scratch: Path, action: Action) -> None:
        self.action = action
        folder = scratch / f"whole {action.name}"
        action.prepare(folder)
        self._before = state(folder)
        started = time.monotonic()
        _run_to_the_end(action.words(folder))
        self._seconds = time.monotonic() - started
        self._after = state(folder)

    def kill(self, chance: random.Random, folder: Path, figures: Figures) -> str:
        """Kill one run, look at what stands, run it again; returns what is wrong, or ""."""
        self.action.prepare(folder)
        _killed(self.action, folder, self._moment(chance), chance)
        figures.kills[self.action.name.split()[0]] += 1
        try:
            found = state(folder)
        except Exception as error:
            return f"something is not whole: {type(error).__name__} {error}"
        if any(found.get(name) not in (self._before.get(name), content) for name, content in self._after.items()):
            return "a file is neither the old one nor the new one"
        kept = leavings(folder)
        figures.left_as[f"{'new' if found == self._after else 'old'}{', with leavings' if kept else ''}"] += 1
        code, said = _run(self.action.words(folder))
        there_already = self.action.name == "init" and found == self._after
        if code not in ((COULD_NOT,) if there_already else (DONE, PROBLEMS)):
            return f"the next run ended with {code}: {said}"
        if leavings(folder):
            return f"the next run left {leavings(folder)}"
        return "" if state(folder) == self._after else "the next run came to something else"

    def _moment(self, chance: random.Random) -> float | None:
        """Seconds after the start; None where the kill waits until something is being written."""
        return None if chance.random() < AT_THE_END else chance.uniform(0, self._seconds)


def _killed(action: Action, folder: Path, moment: float | None, chance: random.Random) -> None:
    words = command(action.words(folder))
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        if moment is not None:
            _wait(process, moment)
        else:
            while process.poll() is None and not is_writing(action.writes_to(folder)):
                time.sleep(BETWEEN_LOOKS)
            _wait(process, chance.uniform(0, WRITING))
        process.send_signal(signal.SIGKILL)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _run(words: list[str]) -> tuple[int, str]:
    done = subprocess.run(command(words), capture_output=True, text=True, check=False)
    return done.returncode, " ".join((done.stdout + done.stderr).split())[-300:]


def _run_to_the_end(words: list[str]) -> None:
    code, said = _run(words)
    if code not in (DONE, PROBLEMS):
        raise SystemExit(f"{words} ended with {code}: {said}")


if __name__ == "__main__":
    sys.exit(main())
