"""How fast remittances are read: our tables beside the bare parser, pyx12 and bytes.split, in one run.

Run `python benchmarks/read_835.py`. Each figure is the best of several turns taken in rotation, so that all of them
meet the same load of the machine; the ratios matter, the MB/s are the machine's. Of what several threads do, a machine
with other work tells too little: the ratio by processor time is what a byte costs all of them together, and twice that
is the most that two cores can come to.
"""

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import oxedi
import pyarrow as pa
import pyx12.x12context
import pyx12.x12file
from pyx12.params import params

from medoffice_xl.readers.era import read, read_many

MEGABYTES, TURNS, FILES, SMALL_ONES = 12, 7, 4, 100


def synthetic(size: int, claims: int = 200) -> bytes:
    """Transactions of so many claims with one to three lines each, until `size` bytes."""
    segments = [
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260601*0600*^*00501*000000001*0*P*:",
        "GS*HP*PAYER*PRACTICE*20260601*0600*1*X*005010X221A1",
    ]
    written = number = transactions = 0
    while written < size:
        transactions += 1
        body: list[str] = []
        total = 0
        for _ in range(claims):
            number += 1
            claim, paid = _claim(number)
            body += claim
            total += paid
        head = [
            f"ST*835*{transactions:04d}",
            f"BPR*I*{total / 100:.2f}*C*ACH*CCP*01*111000025*DA*1*1999999999**01*222000111*DA*9*20260601",
            f"TRN*1*T{transactions:06d}*1999999999",
            "DTM*405*20260601",
            "N1*PR*SAMPLE PAYER",
            "N3*1 PLAZA",
            "N4*SPRINGFIELD*IL*62701",
            "PER*BL*SERVICES*TE*8005550100",
            "N1*PE*PRACTICE*XX*1234567893",
            "LX*1",
        ]
        whole = [*head, *body, f"SE*{len(head) + len(body) + 1}*{transactions:04d}"]
        written += sum(len(each) + 2 for each in whole)
        segments += whole
    segments += [f"GE*{transactions}*1", "IEA*1*000000001"]
    return ("~\n".join(segments) + "~\n").encode()


def _claim(number: int) -> tuple[list[str], int]:
    lines: list[str] = []
    charges = payments = owed = 0
    for line in range(1 + number % 3):
        charge = 5000 + (number * 7919 + line * 104729) % 35000
        contractual, patient = charge // 3, charge // 10
        paid = charge - contractual - patient
        charges, payments, owed = charges + charge, payments + paid, owed + patient
        lines += [
            f"SVC*HC:G{1000 + number % 9000}:25*{charge / 100:.2f}*{paid / 100:.2f}**1",
            f"DTM*472*202605{10 + number % 18}",
            f"CAS*CO*45*{contractual / 100:.2f}",
            f"CAS*PR*2*{patient / 100:.2f}",
            f"REF*6R*{line + 1}",
            f"AMT*B6*{(charge - contractual) / 100:.2f}",
            "LQ*HE*N130",
        ]
    head = [
        f"CLP*A{number:07d}*1*{charges / 100:.2f}*{payments / 100:.2f}*{owed / 100:.2f}*MB*P{number:09d}*11*1",
        f"NM1*QC*1*PATIENT*SAMPLE****MI*M{number}",
        "NM1*82*1*DOC*SAMPLE****XX*1234567893",
        "REF*EA*REC1",
        "DTM*050*20260520",
    ]
    return [*head, *lines], payments


def bare(path: Path) -> None:
    """The parser alone, with its own tables taken through Arrow."""
    result = oxedi.parse(path.read_bytes())
    for name in result.tables:
        pa.table(result.tables[name])


def split(path: Path) -> None:
    """The least that reading can be: every segment, every element."""
    for segment in path.read_bytes().split(b"~"):
        segment.split(b"*")


def pyx12_segments(path: Path) -> None:
    for _ in pyx12.x12file.X12Reader(io.StringIO(path.read_text())):
        pass


def pyx12_context(path: Path) -> None:
    class Silent:
        def __getattr__(self, _: str) -> Callable[..., None]:
            return lambda *args, **kwargs: None

    reader = pyx12.x12context.X12ContextReader(params(), Silent(), io.StringIO(path.read_text()))
    for _ in reader.iter_segments("2100"):
        pass


def seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


_PEAK = """
import resource, sys
from pathlib import Path
from medoffice_xl.readers.era import read
def peak():
    status = Path("/proc/self/status")
    if status.exists():  # what the parent used before it started this process counts in ru_maxrss, not here
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
read(sys.argv[1]); before = peak(); read(sys.argv[2]); print(before, peak())
"""


def memory(small: Path, large: Path) -> tuple[int, int]:
    """Peak bytes of a process of its own, after a small file and after the large one."""
    command = [sys.executable, "-c", _PEAK, str(small), str(large)]
    before, after = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(before), int(after)


def sum_of(paths: list[Path]) -> int:
    """Their bytes."""
    return sum(path.stat().st_size for path in paths)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.835", folder / "small.835"
        large.write_bytes(synthetic(MEGABYTES * 1_000_000))
        small.write_bytes(synthetic(60_000))
        several = [folder / f"part{number}.835" for number in range(FILES)]
        for part in several:
            part.write_bytes(synthetic(MEGABYTES * 1_000_000 // 2))
        tasks: dict[str, tuple[Callable[[], object], int]] = {
            "bare oxedi": (lambda: bare(large), large.stat().st_size),
            "our tables": (lambda: read(large), large.stat().st_size),
            "our tables, a folder, 2 at a time": (lambda: read_many(several), FILES * several[0].stat().st_size),
            "bytes.split": (lambda: split(large), large.stat().st_size),
        }
        small_ones = [folder / f"small{number}.835" for number in range(SMALL_ONES)]
        for number, each in enumerate(small_ones):
            each.write_bytes(synthetic(1, claims=8).replace(b"T000001", b"S%06d" % number))
        tasks |= {
            "small files, bare oxedi": (lambda: [bare(each) for each in small_ones], sum_of(small_ones)),
            "small files, one by one": (lambda: [read(each) for each in small_ones], sum_of(small_ones)),
            "small files, together": (lambda: read_many(small_ones), sum_of(small_ones)),
        }
        best, of_cores = dict.fromkeys(tasks, float("inf")), dict.fromkeys(tasks, float("inf"))
        for _ in range(TURNS):
            for label, (task, _size) in tasks.items():
                started = time.process_time()
                best[label] = min(best[label], seconds(task))
                of_cores[label] = min(of_cores[label], time.process_time() - started)
        rates = {label: size / best[label] / 1e6 for label, (_, size) in tasks.items()}
        costs = {label: of_cores[label] / size for label, (_, size) in tasks.items()}
        for label, reader in (("pyx12 X12Reader", pyx12_segments), ("pyx12 X12ContextReader", pyx12_context)):
            try:
                rates[label] = small.stat().st_size / seconds(lambda reader=reader: reader(small)) / 1e6
            except Exception as error:  # another's reader must not end the benchmark
                print(f"{label}: {type(error).__name__}: {error}")
        for label, rate in rates.items():
            by_cores = f", by processor time {costs['bare oxedi'] / costs[label]:.2f}" if label in costs else ""
            print(f"{label:36} {rate:8.2f} MB/s {rate / rates['bare oxedi']:7.2f} of bare oxedi{by_cores}")
        for label in (each for each in tasks if each.startswith("small files")):
            wall, cores = (spent[label] / SMALL_ONES * 1000 for spent in (best, of_cores))
            print(f"{label:36} {wall:8.2f} ms a file, {cores:.2f} of a core")
        before, after = memory(small, large)
        size = large.stat().st_size
        print(f"peak memory: {after / size:.1f} × the file ({(after - before) / size:.1f} × above the program itself)")


if __name__ == "__main__":
    main()
