"""What waits to be done, as the page Home lists it."""

from dataclasses import dataclass
from enum import IntEnum

from medoffice_xl.pages.contents import Formula


class Urgency(IntEnum):
    """Why something is to be done; what comes first is listed first."""

    MONEY = 1
    DUE = 2
    LOOK = 3


URGENCY_WORDS = {Urgency.MONEY: "Money", Urgency.DUE: "Due", Urgency.LOOK: "To look at"}


@dataclass(frozen=True, slots=True)
class ToDo:
    """One kind of thing to do: what it is, how many there are, on which sheet they stand, and what to do there.

    `count` works out how many. Nothing is listed where there are none. It may refer to blocks of pages, with their
    page said.
    """

    words: str
    count: Formula
    sheet: str
    advice: str
    urgency: Urgency
