"""Rows of a database in parts that fit into memory beside what is worked out of them; claims never touch each other."""

from collections.abc import Iterator

import narwhals as nw

from medoffice_xl.lake.in_parts import in_parts
from medoffice_xl.ledger.rows import Rows, fetch_one

PART = 500_000
"""Rows of a part, about."""


def by_whole_claims(rows: Rows, size: int | None = None) -> Iterator[Rows]:
    """The rows in parts, all of one `claim_id` in one part; of a frame that is in memory already, in one."""
    if not rows.implementation.is_duckdb():
        yield rows
        return
    found = fetch_one(rows.select(rows=nw.len()))["rows"]
    count = -(-found // (size or PART))
    if count <= 1:
        yield rows
        return
    for part in in_parts(rows.to_native(), f"hash(claim_id) % {count}", count):
        yield nw.from_native(part).lazy()
