"""Invented remittances as text: a header, claims and lines put together segment by segment."""

from collections.abc import Sequence
from pathlib import Path

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era import read
from medoffice_xl.readers.reading import Reading

ISA = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260601*0600*^*00501*000000001*0*P*:"
SAMPLES = Path(__file__).parent / "samples" / "835"


def header(amount: str, trace: str = "T1", day: str = "20260601") -> list[str]:
    """ST to LX of a transaction that pays `amount`."""
    return [
        "ST*835*0001",
        f"BPR*I*{amount}*C*ACH*CCP*01*111000025*DA*000123*1999999999**01*222000111*DA*987*{day}",
        f"TRN*1*{trace}*1999999999",
        "DTM*405*20260601",
        "N1*PR*SAMPLE HEALTH",
        "N3*1 PAYER PLAZA",
        "N4*SPRINGFIELD*IL*62701",
        "PER*BL*PROVIDER SERVICES*TE*8005550100",
        "N1*PE*SAMPLE PRACTICE*XX*1234567893",
        "LX*1",
    ]


def transaction(amount: str, *body: str, trace: str = "T1") -> list[str]:
    """A whole transaction, ST to SE, with a right count."""
    segments = [*header(amount, trace), *body]
    return [*segments, f"SE*{len(segments) + 1}*0001"]


def enveloped(*segments: str) -> list[str]:
    """The segments of transactions with ISA, GS, GE and IEA around them."""
    count = sum(segment.startswith("ST*") for segment in segments)
    return [
        ISA,
        "GS*HP*PAYER*PRACTICE*20260601*0600*1*X*005010X221A1",
        *segments,
        f"GE*{count}*1",
        "IEA*1*000000001",
    ]


def text(segments: Sequence[str], end: str = "~\n") -> str:
    """Segments as a file holds them."""
    return "".join(segment + end for segment in segments)


def read_text(folder: Path, content: str | bytes, name: str = "sample.835") -> Reading:
    """The reading of a file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def read_body(folder: Path, amount: str, *body: str) -> Reading:
    """The reading of one transaction that pays `amount` and holds `body`."""
    return read_text(folder, text(enveloped(*transaction(amount, *body))))


def worth(reading: Reading) -> list[Problem]:
    """The problems of money and of data."""
    return [each for each in reading.problems if each.severity in (Severity.MONEY, Severity.DATA)]
