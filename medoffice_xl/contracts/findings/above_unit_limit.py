"""More units than Medicare's limit for the code: a note for coding, which changes no expected amount."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.check_column import whole
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.status import Source
from medoffice_xl.contracts.unit_limits import BY_LINE, COUNTED_BY, UnitLimits
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import count, day, ratio, text
from medoffice_xl.reports.document import section
from medoffice_xl.reports.rows import plain_rows
from medoffice_xl.row_keys import combine, numbered


def _find(so_far: CheckedSoFar) -> Found:
    """The services with more units than the limit, of those that were compared and not paid before."""
    compared, limits = so_far.compared, so_far.book.unit_limits
    counted = compared.compared[compared.leader] & ~compared.again & (compared.source != Source.ANESTHESIA)
    return _above(so_far.billed.lines, counted if limits else counted & False, compared.leader, limits)


def _above(lines: Lines, counted: npt.NDArray[np.bool_], leader: Ints, limits: UnitLimits) -> Found:
    """The services whose units are above the limit in force on their day, of the lines that are `counted`.

    `leader` is the first line of each line's service. Where the patient is not known the claim stands for him.
    """
    limit, above_units, indicator = (np.zeros(len(lines), dtype="int64") for _ in range(3))
    found = {"unit_limit": limit, "limited_units": above_units, "limit_indicator": indicator}
    rows = np.flatnonzero(counted)
    if not rows.size:
        return found
    place = limits.in_force(lines, rows)
    rows, place = rows[place >= 0], place[place >= 0]
    units = lines.units[rows].copy()
    by_day = np.flatnonzero(limits.indicator[place] != BY_LINE)
    one, size = numbered(combine(lines.visit[rows[by_day]], lines.code[rows[by_day]]))
    units[by_day] = np.bincount(one, weights=units[by_day], minlength=size).astype("int64")[one]
    above = units > limits.units[place] * 1000
    rows, place, units = rows[above], place[above], units[above]
    first = leader[rows]
    limit[first], indicator[first] = limits.units[place], limits.indicator[place]
    np.maximum.at(above_units, first, units)
    return found


def _sentence(line: Mapping[str, Any]) -> str:
    if not line["unit_limit"]:
        return ""
    counted = f"{line['limited_units'] / 1000:,.10g} units"
    together = " in all" if line["limited_units"] > line["units"] else ""
    per = "line" if line["limit_indicator"] == BY_LINE else "day"
    return f"{counted}{together}; Medicare's limit is {line['unit_limit']:,} a {per}: for coding to look at."


def _section(above: pd.DataFrame) -> Listing:
    """By payer and code."""
    sums = above.groupby(["payer", "code", "unit_limit", "limit_indicator"], as_index=False).agg(
        services=("limited_units", "size"), most=("limited_units", "max"), since=("dos", "min")
    )
    sums = sums.sort_values("services", ascending=False, kind="stable")
    sums = sums.assign(most=sums["most"] / 1000, per=sums["limit_indicator"].map(COUNTED_BY))
    return section(
        heading="Units above Medicare's limit",
        columns=(
            text("Payer", 22),
            text("Code", 12),
            count("Services", 12),
            day("Since service", 12),
            ratio("Most units", 12),
            count("Limit", 12),
            text("Counted", 34),
        ),
        rows=plain_rows(sums, ["payer", "code", "services", "since", "most", "unit_limit", "per"]),
        totals=("Total", None, len(above), None, None, None, None),
        empty="No service that was compared has more units than Medicare's limit, where one is loaded.",
    )


ABOVE_UNIT_LIMIT = FindingKind(
    columns=(
        whole("unit_limit", "Medicare's limit in whole units where the service is above it, else 0."),
        whole("limited_units", "The thousandths of a unit that were counted."),
        whole("limit_indicator", "What was counted: 1 the line, 2 and 3 the day."),
    ),
    find=_find,
    sentence=_sentence,
    section=_section,
    lists="unit_limit",
)
