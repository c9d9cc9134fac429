"""Days that something was done or posted on, but that lie years back or ahead: a year was mistyped, and every period
of the figures misses the row. They are taken in as they are, and told.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import TABLES
from medoffice_xl.tables.thresholds import Threshold

FAR_BACK = Threshold(
    "Day far back", "120", "months",
    "A service, posting or cost that a file dates so many months before the day of the import, or more, is listed on "
    "Problems: its year may be mistyped.",
)  # fmt: skip

FAR_AHEAD = Threshold(
    "Day far ahead", "31", "days",
    "A service, posting, check or cost that a file dates more than so many days after the day of the import is listed "
    "on Problems: its year may be mistyped. A payer's check may be dated some days ahead.",
)  # fmt: skip

_DONE: Mapping[str, tuple[tuple[str, ...], str]] = {
    "charges": (("dos", "post_date", "submit_date"), "claim_id"),
    "payments": (("post_date",), "claim_id"),
    "remits": (("dos",), "claim_id"),
    "remittances": (("paid_date",), "trace"),
    "bank": (("posted",), ""),
    "costs": (("month",), "account"),
    "ledger": (("month",), "account"),
}
"""By table the days on which something happened, and the column that names the row."""

_TOLD_WITH_ITS_LINE = {("charges", "dos"), ("charges", "post_date")}
"""Days of which the reader tells itself that they are in the future."""


def far_days(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame], today: date
) -> Iterator[Problem]:
    """A problem for each column of a file's tables with days far ahead, and with days far back."""
    judged = Thresholds(book.get("thresholds")).on(today)
    months, ahead = judged.whole(FAR_BACK), judged.whole(FAR_AHEAD)
    first = pd.Timestamp(today) - pd.DateOffset(months=months)
    last = pd.Timestamp(today) + pd.DateOffset(days=ahead)
    for name, (columns, named_by) in _DONE.items():
        for column in columns if name in tables else ():
            days = tables[name][column]
            names = tables[name][named_by] if named_by else pd.Series("", days.index)
            if (name, column) not in _TOLD_WITH_ITS_LINE:
                yield from _told(file, name, column, days[days > last], names, f"more than {ahead} days ahead")
            yield from _told(file, name, column, days[days <= first], names, f"{months} months back or more")


def _told(
    file: str, table: str, column: str, days: "pd.Series[pd.Timestamp]", names: "pd.Series[str]", where: str
) -> Iterator[Problem]:
    if days.empty:
        return
    header, first = TABLES[table][column].header, names[days.index[0]]
    whose = f" of {first}" if first else ""
    yield Problem(
        Severity.DATA,
        f"{len(days):,} rows have a day {where}; they were taken in as they are. The first is {days.iloc[0]:%m/%d/%Y}"
        f"{whose}.",
        "Correct the year where it was typed and import the file again, unless it is right.",
        file,
        column=header,
        value=f"{days.iloc[0]:%Y-%m-%d}",
    )
