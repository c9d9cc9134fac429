"""The payers' answers as 835 files (X12 005010X221A1)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from medoffice_xl.demo.adjudication import Adjustment, Answer, AnsweredLine
from medoffice_xl.demo.practice import PRACTICE_NAME, PRACTICE_NPI, SILVER_OAKS, Payer

SHORT_CHECK = 3_500
RECOUPED = 8_640


def remittance_file(payer: Payer, answers: Sequence[Answer], control: int) -> str:
    """One interchange: a transaction for every payment day of the payer's answers."""
    days = [(day, list(of_day)) for day, of_day in groupby(answers, key=lambda answer: answer.paid_on)]
    last = days[-1][0]
    body: list[str] = []
    for number, (day, of_day) in enumerate(days, start=1):
        body += _transaction(payer, day, of_day, number)
    head = [
        f"ISA*00*{'':10}*00*{'':10}*ZZ*{payer.payer_id:15}*ZZ*{PRACTICE_NPI:15}*{last:%y%m%d}*0600*^*00501*"
        f"{control:09d}*0*P*:",
        f"GS*HP*{payer.payer_id}*{PRACTICE_NPI}*{last:%Y%m%d}*0600*{control}*X*005010X221A1",
    ]
    tail = [f"GE*{len(days)}*{control}", f"IEA*1*{control:09d}"]
    return "".join(f"{segment}~\n" for segment in (*head, *body, *tail))


def _transaction(payer: Payer, day: date, answers: Sequence[Answer], number: int) -> list[str]:
    adjustments = _provider_adjustments(payer, day, answers)
    total = check_amount(payer, day, answers)
    segments = [
        f"ST*835*{number:04d}",
        f"BPR*I*{_dollars(total)}*C*ACH*CCP*01*111000025*DA*000123456*{payer.payer_id}**01*222000111*DA*987654321*"
        f"{day:%Y%m%d}",
        f"TRN*1*{trace(payer, day)}*{payer.payer_id}",
        f"DTM*405*{day:%Y%m%d}",
        f"N1*PR*{(payer.aliases.split(';')[0] or payer.name).strip()}",
        "N3*1 PAYER PLAZA",
        "N4*SPRINGFIELD*IL*62701",
        "PER*BL*PROVIDER SERVICES*TE*8005550100",
        f"N1*PE*{PRACTICE_NAME}*XX*{PRACTICE_NPI}",
        "LX*1",
    ]
    for answer in answers:
        segments += _claim(answer)
    if adjustments:
        pairs = "".join(f"*{reason}:{reference}*{_dollars(cents)}" for reason, reference, cents in adjustments)
        segments.append(f"PLB*{PRACTICE_NPI}*{day.year}1231{pairs}")
    return [*segments, f"SE*{len(segments) + 1}*{number:04d}"]


def trace(payer: Payer, day: date) -> str:
    """Number of the payer's EFT of a day."""
    return f"{payer.payer_id[-2:]}{day:%y%m%d}"


def check_amount(payer: Payer, day: date, answers: Sequence[Answer]) -> int:
    """What the payer's EFT of a day comes to, in cents: these answers, less what it took back and left out."""
    taken = sum(cents for _, _, cents in _provider_adjustments(payer, day, answers))
    return sum(answer.paid for answer in answers) - taken - _missing(payer, day)


def _provider_adjustments(payer: Payer, day: date, answers: Sequence[Answer]) -> list[tuple[str, str, int]]:
    if payer is SILVER_OAKS and _falls_in(day, 2026, 4, 2):
        return [("WO", answers[0].claim.claim_id, RECOUPED)]
    return []


def _missing(payer: Payer, day: date) -> int:
    return SHORT_CHECK if payer is SILVER_OAKS and _falls_in(day, 2026, 6, 1) else 0


def _falls_in(day: date, year: int, month: int, week: int) -> bool:
    return (day.year, day.month) == (year, month) and (day.day - 1) // 7 + 1 == week


def _claim(answer: Answer) -> list[str]:
    claim = answer.claim
    segments = [
        f"CLP*{claim.claim_id}*{answer.status}*{_dollars(answer.charge)}*{_dollars(answer.paid)}*"
        f"{_dollars(answer.patient)}*{answer.payer.filing_code}*{answer.payer_claim_no}*{claim.pos}*{answer.frequency}",
        f"NM1*QC*1*PATIENT*SAMPLE{claim.account}****MI*M{claim.account}",
        f"NM1*82*1*{claim.provider.removeprefix('Dr ').upper()}*****XX*{claim.npi}",
    ]
    if answer.original_ref:
        segments.append(f"REF*F8*{answer.original_ref}")
    segments.append(f"DTM*050*{claim.submitted:%Y%m%d}")
    for answered in answer.lines:
        segments += _line(answer, answered)
    return segments


def _line(answer: Answer, answered: AnsweredLine) -> Iterable[str]:
    line = answered.line
    charge = -line.charge if answer.status == "22" else line.charge
    code = ":".join(filter(None, ("HC", line.service.code, line.modifier)))
    yield f"SVC*{code}*{_dollars(charge)}*{_dollars(answered.paid)}**{line.units}"
    yield f"DTM*472*{answer.claim.dos:%Y%m%d}"
    for group, of_group in groupby(answered.adjustments, key=lambda adjustment: adjustment[0]):
        yield f"CAS*{group}{''.join(_triple(adjustment) for adjustment in of_group)}".rstrip("*")
    yield f"REF*6R*{line.number}"
    if answered.allowed is not None:
        yield f"AMT*B6*{_dollars(answered.allowed)}"
    for remark in answered.remarks:
        yield f"LQ*HE*{remark}"


def _triple(adjustment: Adjustment) -> str:
    _, reason, cents = adjustment
    return f"*{reason}*{_dollars(cents)}*"


def _dollars(cents: int) -> str:
    """Money as X12 writes it: no thousands sign, no trailing zeros."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole}.{rest:02d}".rstrip("0").rstrip(".")
