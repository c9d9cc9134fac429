"""How a figure stands against its benchmark: the words beside it. Their first word decides their colour."""

from dataclasses import dataclass

from medoffice_xl.measure import Unit

GOOD, FAIR, POOR = "Good", "Fair", "Poor"
NO_FIGURE = "No figure yet"


@dataclass(frozen=True, slots=True)
class Standing:
    """A row of the table Benchmarks that a figure is held against, by its measure."""

    measure: str
    lower_is_better: bool
    unit: Unit

    def sentence(self, cell: str) -> str:
        """The formula for Good, Fair or Poor, with what good is; it says so where there is no figure."""
        good, poor = self._of("Good"), self._of("Poor")
        better, worse, limit = ("<=", ">=", "or less") if self.lower_is_better else (">=", "<=", "or more")
        days = f'TEXT({good},"0")&IF({good}=1," day"," days")'
        shown = f'TEXT({good},"0.0%")' if self.unit is Unit.PERCENT else days
        verdict = f'IF({cell}{better}{good},"{GOOD}",IF({cell}{worse}{poor},"{POOR}","{FAIR}"))'
        return f'=IF(ISNUMBER({cell}),{verdict}&" · good is "&{shown}&" {limit}","{NO_FIGURE}")'

    def _of(self, field: str) -> str:
        # XLOOKUP, because the headless engine does not take INDEX over a table's column.
        return f'_xlfn.XLOOKUP("{self.measure}",tblBenchmarks[Measure],tblBenchmarks[{field}])'
