"""How the cells of a table show what a column holds, wherever a table is written: one format a kind."""

from collections.abc import Mapping
from typing import Final

from medoffice_xl.tables.schema import Kind

NUMBER_FORMATS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "@",
    Kind.MONEY: "#,##0.00;[Red]-#,##0.00",
    Kind.PRICE: "#,##0.00#######;[Red]-#,##0.00#######",
    Kind.DATE: "mm/dd/yyyy",
    Kind.NUMBER: "0.####",
    Kind.WHOLE: "0",
    Kind.RATE: "0.0%",
}
