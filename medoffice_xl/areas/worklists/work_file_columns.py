"""The columns of a biller's file: what he fills in, and beside each what stood there when the file was written."""

from dataclasses import replace

from medoffice_xl.areas.worklists.tables import WORKLIST
from medoffice_xl.tables import Column

FILLED_IN = ("status", "owner", "follow_up", "contacted", "note")
AS_SENT = " as sent"
"""What is added to a heading for the column that keeps what stood there when the file was written."""

SENT = "_sent"
"""The same, added to a column's name."""

COLUMNS: tuple[Column, ...] = (
    *(replace(column, required=column.name == "claim_id", choices=()) for column in WORKLIST),
    *(
        replace(column, name=column.name + SENT, header=column.header + AS_SENT, required=False, choices=())
        for column in WORKLIST
        if column.name in FILLED_IN
    ),
)
