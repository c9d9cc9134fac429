"""Whether a line has a price, and if not, why not: never $0."""

from enum import IntEnum


class Status(IntEnum):
    """What pricing found out about a line."""

    PRICED = 0
    NO_PAYER = 1
    NO_CONTRACT = 2
    OVERLAP = 3
    UNLISTED = 4
    NOT_SPLIT = 5
    BY_REPORT = 6
    NOT_PAID = 7
    CAPITATED = 8
    NOT_LOADED = 9


class Source(IntEnum):
    """Where the price of one unit came from."""

    NONE = 0
    SCHEDULE = 1
    MEDICARE = 2
    FACTOR = 3
    CHARGES = 4
    CASE = 5
    ASP = 6
    ANESTHESIA = 7
    DEFAULT = 8
    DAY = 9


SOURCE_WORDS = {
    Source.NONE: "",
    Source.SCHEDULE: "rate on Fee schedules",
    Source.MEDICARE: "percent of Medicare",
    Source.FACTOR: "relative values × the payer's conversion factor",
    Source.CHARGES: "percent of charges",
    Source.CASE: "case rate",
    Source.ASP: "average sales price + percent",
    Source.ANESTHESIA: "(base + time units) × conversion factor",
    Source.DAY: "rate of a day",
    Source.DEFAULT: "share of charges for unlisted codes",
}

IN_WORDS = {
    Status.PRICED: "priced",
    Status.NO_PAYER: "the payer is in no contract and on no payer list",
    Status.NO_CONTRACT: "no contract on this day",
    Status.OVERLAP: "two contracts cover this day",
    Status.UNLISTED: "the contract has no rate for this code",
    Status.NOT_SPLIT: "only the whole service has a rate, not its professional or technical part",
    Status.BY_REPORT: "priced by report",
    Status.NOT_PAID: "not paid under the contract's rules",
    Status.CAPITATED: "covered by the monthly capitation",
    Status.NOT_LOADED: "the Medicare file that the contract names is not loaded",
}
