"""How the cells of a table show what a column holds, wherever a table is written: one format a kind."""

from collections.abc import Mapping
from typing import Final

from medoffice_xl.tables.schema import Kind

BELOW_ZERO: Final = "[Color18]"
"""What is less than nothing is dark red, beside its sign. [Red] has a contrast of 4.0 to 1 on white, where 4.5 are
wanted; this is the one dark red of Excel's numbered colours (#993366) that is one of LibreOffice's, too (#BF0041)."""

NUMBER_FORMATS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "@",
    Kind.MONEY: f"#,##0.00;{BELOW_ZERO}-#,##0.00",
    Kind.PRICE: f"#,##0.00#######;{BELOW_ZERO}-#,##0.00#######",
    Kind.DATE: "mm/dd/yyyy",
    Kind.NUMBER: "0.####",
    Kind.WHOLE: "0",
    Kind.RATE: "0.0%",
}
