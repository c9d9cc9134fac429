"""What an adjudicated line is, before anything is subtracted; and what the comparison found."""

from enum import IntEnum


class LineClass(IntEnum):
    """The classes. The first eleven are numbered in the order they are asked for."""

    REVERSED = 1
    SUPERSEDED = 2
    DENIED = 3
    BUNDLED = 4
    PATIENT = 5
    CAPITATED = 6
    SECONDARY = 7
    RECODED = 8
    NO_RATE = 9
    BELOW_CONTRACT = 10
    COMPARED = 11
    DUPLICATE = 12
    UNDECIDED = 13


class Finding(IntEnum):
    """What a comparison with the contract found."""

    NOT_COMPARED = 0
    AS_CONTRACTED = 1
    UNDERPAID = 2
    OVERPAID = 3
    PAID_TWICE = 4


CLASS_WORDS = {
    LineClass.REVERSED: "reversed",
    LineClass.SUPERSEDED: "superseded",
    LineClass.DENIED: "denied",
    LineClass.BUNDLED: "bundled",
    LineClass.PATIENT: "patient owes all",
    LineClass.CAPITATED: "capitated",
    LineClass.SECONDARY: "secondary",
    LineClass.RECODED: "recoded",
    LineClass.NO_RATE: "no contract rate",
    LineClass.BELOW_CONTRACT: "charge below contract",
    LineClass.COMPARED: "compared",
    LineClass.DUPLICATE: "duplicate",
    LineClass.UNDECIDED: "not decided",
}

FINDING_WORDS = {
    Finding.NOT_COMPARED: "",
    Finding.AS_CONTRACTED: "as contracted",
    Finding.UNDERPAID: "underpaid",
    Finding.OVERPAID: "overpaid",
    Finding.PAID_TWICE: "paid twice",
}

COMPARABLE = (LineClass.PATIENT, LineClass.RECODED, LineClass.BELOW_CONTRACT, LineClass.COMPARED)
"""Classes whose allowed amount is held against the contract."""
