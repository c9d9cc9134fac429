"""Rows as a manager would have typed them into a table."""

from collections.abc import Mapping, Sequence

import pandas as pd

from medoffice_xl.tables import Kind, Table, empty_frame


def typed(table: Table, rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """A frame of the table with these rows; what a row does not say is empty."""
    empty = empty_frame(table)
    frame = pd.DataFrame(rows).reindex(columns=empty.columns)
    texts = [column.name for column in table if column.kind is Kind.TEXT]
    filled = {name: frame[name].astype("object").fillna("") for name in texts}
    return frame.assign(**filled).astype(empty.dtypes.to_dict())
