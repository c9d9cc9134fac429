"""Invented checks of a payer, written into files in every way a clearinghouse may: together, apart, twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from era_text import enveloped, text
from hypothesis import strategies as st


@dataclass(frozen=True)
class Line:
    """A service line of a claim: its number and its charge in dollars."""

    number: int
    charge: int


@dataclass(frozen=True)
class Check:
    """One check: number, day, what its claims hold (segments and dollars), PLB dollars taken, a slip in its total."""

    trace: str
    day: str
    claims: tuple[tuple[tuple[str, ...], int], ...]
    taken: int
    slip: int

    @property
    def amount(self) -> int:
        """What the check says that it is."""
        return sum(paid for _, paid in self.claims) - self.taken + self.slip

    @property
    def segments(self) -> list[str]:
        """ST to SE."""
        body = [segment for claim, _ in self.claims for segment in claim]
        plb = [f"PLB*1234567893*20261231*WO:{self.trace}*{self.taken}"] if self.taken else []
        head = [
            "ST*835*0001",
            f"BPR*I*{self.amount}*C*ACH************{self.day}",
            f"TRN*1*{self.trace}*1999999999",
            "N1*PR*GREEN PLAN",
            "N1*PE*TEST PRACTICE*XX*1234567893",
            "LX*1",
        ]
        whole = [*head, *body, *plb]
        return [*whole, f"SE*{len(whole) + 1}*0001"]


def answered(claim: int, lines: Sequence[Line], status: str, shares: Sequence[int]) -> tuple[tuple[str, ...], int]:
    """A claim's segments and what is paid for it; a share is the percentage of a line that is paid, 0 refuses it."""
    sign = -1 if status == "22" else 1
    paid = [sign * line.charge * share // 100 for line, share in zip(lines, shares, strict=True)]
    charge = sign * sum(line.charge for line in lines)
    segments = [f"CLP*{claim}*{status}*{charge}*{sum(paid)}**12*P{claim}*11*1"]
    for line, amount in zip(lines, paid, strict=True):
        rest = sign * line.charge - amount
        reason = "45" if amount else "50"
        segments += [f"SVC*HC:X{line.number:04d}*{sign * line.charge}*{amount}**1", "DTM*472*20260105"]
        segments += [f"CAS*CO*{reason}*{rest}"] if rest else []
        segments += [f"REF*6R*{line.number}"]
    return tuple(segments), sum(paid)


@st.composite
def checks(draw: st.DrawFn) -> list[Check]:
    """Some checks in the order of their days: claims paid, refused, taken back and corrected."""
    waiting: list[list[tuple[tuple[str, ...], int]]] = []
    for claim in range(1, draw(st.integers(1, 3)) + 1):
        lines = [Line(n, draw(st.sampled_from([50, 100, 120]))) for n in range(1, draw(st.integers(1, 2)) + 1)]
        share = st.lists(st.sampled_from([0, 50, 80, 100]), min_size=len(lines), max_size=len(lines))
        first = draw(share)
        answers = [answered(claim, lines, "1", first)]
        if draw(st.booleans()):
            answers.append(answered(claim, lines, "22", first))
            answers.append(answered(claim, lines, "1", draw(share)))
        waiting.append(answers)
    found = []
    numbered = draw(st.booleans())
    while any(waiting):
        day = len(found) + 1
        claims = []
        for answers in waiting:
            taken_now = draw(st.integers(0, len(answers)))
            claims += answers[:taken_now]
            del answers[:taken_now]
        if not claims:
            claims = [next(answers for answers in waiting if answers).pop(0)]
        taken, slip = draw(st.sampled_from([0, 0, 7])), draw(st.sampled_from([0, 0, 0, 3]))
        found.append(Check(f"T{day}" if numbered else "0", f"202602{day:02d}", tuple(claims), taken, slip))
    return found


@st.composite
def written(draw: st.DrawFn, sent: list[Check]) -> list[str]:
    """The checks as contents of files: each in one at least, some in two, any number in a file, in any order."""
    again = draw(st.lists(st.sampled_from(sent), max_size=2))
    order = draw(st.permutations([*sent, *again]))
    files: list[list[Check]] = []
    for check in order:
        if not files or draw(st.booleans()) or check in files[-1]:
            files.append([])
        files[-1].append(check)
    return [text(enveloped(*(segment for check in each for segment in check.segments))) for each in files]
