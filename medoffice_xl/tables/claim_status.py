"""What the codes of a remitted claim say about the answer: claim status (CLP02) and claim frequency (CLP09).

Source: X12 835 TR3 005010X221A1, claim status code; NUBC, claim frequency code.
"""

REVERSAL = "22"
"""Takes back what was answered before."""

LATER_PAYER = ("2", "3", "20", "21")
"""Processed as secondary or tertiary, and the same and forwarded: another payer answered first."""

UNDECIDED = ("23", "25")
"""Decides nothing: forwarded to another payer, a predetermination."""

REPLACEMENTS = ("7", "8")
"""Claim frequencies of a claim sent in the place of an earlier one: a replacement, a void."""
