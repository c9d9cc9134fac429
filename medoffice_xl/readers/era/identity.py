"""What tells one remittance from another, and when a file was made.

The number of a check or EFT does not: payers write 0, 000000000 or EO0000000000 for every payment of nothing, spread
one EFT over several files, and use a number again a year later. So a remittance is known by its number, payer, day,
amount and claims together.
"""

import re
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import Balances
from medoffice_xl.readers.era.columns import cents, joined, numbers, texts
from medoffice_xl.readers.era.envelope import Interchange
from medoffice_xl.tables.remittances import AGAIN

_DIGEST = 8
"""Bytes: that two of a million remittances meet by chance is less likely than one in thirty million."""


def identities(advice: Advice, balances: Balances) -> pa.Array:
    """A name for each remittance of a file, worked out from what it is: the same file always gives the same one."""
    payments, claims = advice.payments, advice.claims
    named = [texts(payments, name).to_pylist() for name in ("trace", "payer_id", "payer")]
    days = payments.column("paid_date").to_pylist()
    ids = [texts(claims, name) for name in ("claim_id", "payer_claim_no", "claim_status")]
    ids += [pc.cast(pa.array(cents(claims, name)), pa.large_string()) for name in ("charge", "paid")]
    owner = numbers(claims, "payment")
    of_claims = [joined(owner, len(payments), each, "\x1f").to_pylist() for each in ids]
    found = []
    for row in range(len(payments)):
        said = [*(each[row] for each in named), str(days[row]), str(balances.amounts[row])]
        text = "\x1e".join([*said, *(each[row] for each in of_claims)])
        found.append(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest())
    return pa.array(_numbered(found, advice.files.to_pylist()), pa.large_string())


def _numbered(names: list[str], files: list[str]) -> list[str]:
    """The names, with a count behind those that repeat an earlier one of the same file."""
    times: dict[tuple[str, str], int] = {}
    numbered = []
    for name, file in zip(names, files, strict=True):
        count = times[file, name] = times.get((file, name), 0) + 1
        numbered.append(name if count == 1 else f"{name}{AGAIN}{count}")
    return numbered


def produced(advice: Advice) -> pa.Array:
    """When each remittance's file was made, as `2026-03-01 12:00`; "" where the envelope does not say."""
    starts = np.array([interchange.before + 1 for interchange, _ in advice.indexes])
    of = np.searchsorted(starts, numbers(advice.payments, "segment"), side="right") - 1
    made = [_made(interchange) for interchange, _ in advice.indexes]
    return pa.array([made[max(each, 0)] for each in of.tolist()], pa.large_string())


def _made(interchange: Interchange) -> str:
    """Day and time of the group header (GS04, GS05), or else of the interchange's (ISA09, ISA10)."""
    element = re.escape(interchange.separators.element)
    group = rb"GS(?:%b[^%b]*){3}%b(\d{8}|\d{6})%b(\d{4})" % ((element,) * 4)
    whole = rb"ISA(?:%b[^%b]*){8}%b(\d{6})%b(\d{4})" % ((element,) * 4)
    head = interchange.data[:1000]
    found = re.search(group, head) or re.search(whole, head)
    if not found:
        return ""
    day, time = (each.decode() for each in found.groups())
    day = day if len(day) == 8 else f"20{day}"
    return f"{day[:4]}-{day[4:6]}-{day[6:]} {time[:2]}:{time[2:]}"
