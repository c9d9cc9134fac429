"""A heading as the words it says, however it is written: `ProcedureModifier1`, `SVC_DATE`, `Rndrng Prvdr`, `Chg Amt`.

Systems run words together, cut them short and put signs between them. What stays is a tuple of plain words, in order,
so that two headings that say the same are the same.
"""

import re
from collections.abc import Iterable
from functools import cache

_SHORT = {
    "account": "acct acc accnt acnt",
    "adjustment": "adj adjs adjmt adjust adjusted adjustmnt adjmnt",
    "allowed": "allow allowable alwd",
    "amount": "amt amnt",
    "balance": "bal balances",
    "billed": "bill billing billd",
    "birth": "birthdate dob",
    "carrier": "carr",
    "charge": "chg chrg chgs charged",
    "check": "chk cheque ck",
    "claim": "clm",
    "code": "cd codes",
    "contractual": "contract contr",
    "created": "create creation crtd",
    "date": "dt day dte",
    "description": "desc descr descrip dscr",
    "diagnosis": "dx diag icd",
    "encounter": "enc enct encntr encnt",
    "entered": "entry enter keyed",
    "facility": "fac facil",
    "first": "fst",
    "from": "frm start begin beginning beg starting",
    "gross": "grs",
    "guarantor": "guar guarantr",
    "identifier": "id ids ident",
    "insurance": "ins insur insurer insurances",
    "invoice": "inv",
    "last": "lst",
    "line": "ln",
    "location": "loc locn",
    "member": "mbr subscriber",
    "modifier": "mod mods mdf modif",
    "name": "nm names",
    "number": "no num nbr nr",
    "original": "orig",
    "package": "pkg",
    "patient": "pat pt ptnt patients client clients",
    "payer": "payor payors payr pyr",
    "payment": "pmt pmts pymt pymts pay paymt pymnt pd receipt rcpt paid",
    "place": "plc",
    "plan": "pln product",
    "policy": "pol",
    "posted": "post posting pst",
    "primary": "prim pri prime 1st",
    "procedure": "proc prc px cpt hcpcs procs",
    "provider": "prov prvdr prv physician phys doctor clinician practitioner prvd doc therapist",
    "quantity": "qty qnty",
    "rate": "price",
    "reason": "rsn",
    "reference": "ref",
    "refund": "rfnd",
    "remittance": "remit",
    "reversal": "rev rvsl rvrsl revers reverse reversed",
    "rendering": "rend rndrng rndr perf servicing performing treating attending",
    "responsible": "resp",
    "secondary": "sec second scndry 2nd",
    "sequence": "seq",
    "service": "svc srv serv svcs srvc",
    "statement": "stmt stmnt stmts statemnt",
    "status": "sts stat",
    "submitted": "submit submission sub",
    "tertiary": "tert third 3rd",
    "through": "to thru end ending until",
    "ticket": "tkt",
    "total": "tot ttl totals",
    "transaction": "trans txn tran trx tx",
    "transfer": "xfer trnsfr trf txfr",
    "unit": "un uom",
    "visit": "vst vis",
    "void": "voided deleted",
    "writeoff": "wo",
    "1": "one",
    "2": "two",
    "3": "three",
    "4": "four",
}
"""How a word is cut short, or which other word says the same."""

_WHOLE = """
aging allowance applied assigned attachment authorization batch billing cash category center chart chief clinic
coinsurance collected collection company copay credit current debit deductible department deposit detail discount due
effective email ending error expected family fee file financial for gender group history insured item ledger mail out
medical memo method middle mrn net note npi of office open other outstanding party per phone practice previous
profile reconciled record referring release report responsibility revenue room schedule session sex site specialty
state street superbill supervising tax taxonomy time title type unapplied unpaid user value voucher week withhold year
zip age address city side uninvoiced
"""

_SAME = {short: word for word, shorts in _SHORT.items() for short in shorts.split()}
_KNOWN = {*_SHORT, *_SAME, *_WHOLE.split()}
_PHRASES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("dos",), ("service", "date")),
    (("pos",), ("place", "service")),
    (("dop",), ("posted", "date")),
    (("tos",), ("type", "service")),
    (("eob",), ("remittance",)),
    (("era",), ("remittance",)),
    (("write", "off"), ("writeoff",)),
    (("write", "offs"), ("writeoff",)),
    (("written", "off"), ("writeoff",)),
    (("posted", "by"), ("user",)),
    (("entered", "by"), ("user",)),
    (("created", "by"), ("user",)),
    (("keyed", "by"), ("user",)),
    (("writeoffs",), ("writeoff",)),
    (("w", "o"), ("writeoff",)),
    (("co", "pay"), ("copay",)),
    (("e", "mail"), ("email",)),
    (("self", "pay"), ("patient",)),
    (("per", "nbr"), ("person", "number")),
    (("ref", "amt"), ("refund", "amount")),
    (("date", "sent"), ("sent", "date")),
    (("date", "mailed"), ("mailed", "date")),
)
"""What is said in one word or several, and stands for others."""

_ADDED_UP = re.compile(r"(?i)\s*\((?:sum|max|min)\)\s*$")
"""What a report builder puts after a field that it adds up."""

_DATE_FORM = re.compile(r"(?i)[(\[]?\b(?:mm?|dd?|yyyy|yy)(?:[-/. ](?:mm?m?|dd?|yyyy|yy)){1,2}\b[)\]]?")
"""How a day is to be written, said behind the heading: `DOS (MM/DD/YYYY)`."""

_SILENT = frozenset({"the", "a", "an", "of", "and", "in", "on", "for", "by", "per", "usd", "s"})
_PIECES = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+(?:st|nd|rd)?")
_ORDINALS = {"1": "primary", "2": "secondary", "3": "tertiary"}
_COUNTED = frozenset({"insurance", "payer", "carrier"})


@cache
def words(heading: str) -> tuple[str, ...]:
    """The plain words of a heading.

    >>> words("ProcedureModifier1"), words("Svc Dt"), words("PLACEOFSERVICE"), words("Ins1 Pd")
    (('procedure', 'modifier', '1'), ('service', 'date'), ('place', 'service'), ('primary', 'insurance', 'payment'))
    """
    text = re.sub(r"(?i)\bchrg-adj\b", " net charge ", _DATE_FORM.sub(" ", _ADDED_UP.sub("", heading)))
    text = re.sub(r"(?i)\bw/o(?=\s+transfers?\b)", " without ", text)
    text = re.sub(r"(?i)\bw/o\b", " writeoff ", text.replace("#", " number ").replace("'", ""))
    found: list[str] = []
    for piece in _PIECES.findall(text):
        found += _apart(piece.casefold())
    plain = [_SAME.get(word, word) for word in _phrased(found)]
    return tuple(word for word in _counted(plain) if word not in _SILENT)


def says_something_known(heading: str) -> bool:
    """Whether one of its words is one that headings have.

    >>> says_something_known("Svc Dt"), says_something_known("Smithville")
    (True, False)
    """
    return any(word in _KNOWN and not word.isdigit() for word in words(heading))


def _apart(piece: str) -> list[str]:
    """A piece as the known words that it runs together; as it is where it is not wholly made of them."""
    single = _singular(piece)
    if single in _KNOWN or len(piece) < 5 or not piece.isalpha():
        return [single]
    return _split(piece) or [single]


@cache
def _split(piece: str) -> list[str] | None:
    """The fewest known words that make up a piece; None where none do."""
    if not piece:
        return []
    best: list[str] | None = None
    for size in range(len(piece), 1, -1):
        word = _singular(piece[:size])
        if word not in _JOINED:
            continue
        rest = _split(piece[size:])
        if rest is not None and (best is None or len(rest) + 1 < len(best)):
            best = [word, *rest]
    return best


def _singular(word: str) -> str:
    if word in _KNOWN or word in _PHRASE_WORDS:
        return word
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in _KNOWN:
            return stem
    return word


_PHRASE_WORDS = frozenset(word for said, _ in _PHRASES for word in said if len(word) > 2)
_JOINED = {word for word in _KNOWN if len(word) > 2} | _PHRASE_WORDS | {"id", "to", "of", "no", "cd", "dt", "pt", "in"}
"""Words that are looked for in headings without breaks: the shortest would be found everywhere."""


def _phrased(found: list[str]) -> Iterable[str]:
    rest = list(found)
    while rest:
        for said, means in _PHRASES:
            if tuple(rest[: len(said)]) == said:
                yield from means
                del rest[: len(said)]
                break
        else:
            yield rest.pop(0)


def _counted(plain: list[str]) -> list[str]:
    """`insurance 1` is the primary insurance; a system's version of codes (`CPT4`) is no number."""
    counted: list[str] = []
    for word in plain:
        if word in _ORDINALS and counted and counted[-1] in _COUNTED:
            counted.insert(len(counted) - 1, _ORDINALS[word])
        elif word == "4" and counted == ["procedure"]:
            continue
        else:
            counted.append(word)
    return counted
