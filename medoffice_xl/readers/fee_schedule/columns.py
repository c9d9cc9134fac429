"""The fields of a fee schedule's file: those of the table, and those that only files have."""

from medoffice_xl.tables import FEE_SCHEDULES, Column
from medoffice_xl.tables.schema import price
from medoffice_xl.tables.schema import text as text_column

WIDE: tuple[Column, ...] = (
    price("rate_nf", "Non-facility rate", "Contracted amount in the office."),
    price("rate_f", "Facility rate", "Contracted amount in a facility."),
)

MORE_MODIFIERS = tuple(
    text_column(
        f"mods{place}",
        f"Modifier {place}",
        "A further modifier.",
        synonyms=(f"mod{place}", f"mod {place}", f"modifier code {place}"),
    )
    for place in (2, 3, 4)
)

LAST_CODE = text_column(
    "code_to",
    "Last code",
    "The last code of a range whose first stands under Code.",
    synonyms=("to code", "thru code", "through code", "end code", "ending code", "high code", "code to", "code thru",
              "code end", "last code", "cpt to", "hcpcs to"),
)  # fmt: skip

MODIFIERS = ("mods", *(column.name for column in MORE_MODIFIERS))

COLUMNS: tuple[Column, ...] = (*FEE_SCHEDULES.columns, *WIDE, *MORE_MODIFIERS, LAST_CODE)
"""What a mapping may name."""

KEYS: tuple[Column, ...] = (
    *(column for column in FEE_SCHEDULES if column.name != "rate"), *MORE_MODIFIERS, LAST_CODE,
)  # fmt: skip
"""What is found by its heading; rates are found by what their headings say."""
