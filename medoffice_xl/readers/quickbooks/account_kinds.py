"""What kind an account seems to be, from its number or name, where the report does not say it.

Charts of accounts are numbered alike nearly everywhere: 1 assets, 2 liabilities, 3 equity, 4 income, 5 and above costs
(MGMA chart of accounts; AICPA). It is a suggestion, noted beside the account for the user to correct.
"""

import re

_BY_DIGIT = {"1": "asset", "2": "liability", "3": "equity", "4": "income"}
_NUMBER = re.compile(r"^\D{0,2}(\d)\d{2,6}\b")
_WORDS: tuple[tuple[str, str], ...] = (
    ("liability", """
        accounts payable; a/p\\b; credit cards?; loans?\\b; notes? payable; payables?$; payroll liabilit;
        line of credit; accrued; deferred revenue; due to\\b; taxes payable; current maturit
     """),
    ("equity", """
        retained earnings; opening balance; owner'?s? ; draws?\\b; distributions?\\b; equity; common stock; dividends?;
        paid.in capital; capital (account|stock|contribut)
     """),
    ("asset", """
        checking; savings; money market; petty cash; cash on hand; cash in bank; bank account; undeposited funds;
        accounts receivable; a/r\\b; inventory; prepaid; accumulated depreciation; accumulated amortization; goodwill;
        fixed assets?; furniture (and|&) (fixtures|equipment); leasehold improvements; security deposits?; due from\\b
     """),
    ("expense", """
        expenses?\\b; rent\\b; supplies; salar; wages; payroll; insurance; utilit; telephone; advertis; marketing;
        repairs; depreciation; amortization; legal; professional fees; dues; licen[cs]e; office; travel; meals;
        postage; cost of
     """),
    ("income", "income; revenue; sales\\b; fees earned; collections; patient payments; patient fees; receipts"),
)  # fmt: skip
_PATTERNS = tuple(
    (kind, re.compile(rf"(?i)\b({'|'.join(word.strip() for word in words.split(';'))})")) for kind, words in _WORDS
)


def suggested_kind(account: str) -> tuple[str, str]:
    """The kind and what it was taken from; both empty where neither number nor name tells.

    >>> suggested_kind("1000 Checking")[0], suggested_kind("Rent or lease")[0], suggested_kind("Zebra")
    ('asset', 'expense', ('', ''))
    """
    outermost = account.partition(":")[0]
    number = _NUMBER.match(outermost)
    if number:
        return _BY_DIGIT.get(number[1], "expense"), "Kind taken from the account's number: correct it if it is wrong."
    for name in (account.rpartition(":")[2], outermost):
        for kind, pattern in _PATTERNS:
            if pattern.search(name):
                return kind, "Kind taken from the account's name: correct it if it is wrong."
    return "", ""
