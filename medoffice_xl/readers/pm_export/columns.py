"""What a practice-management export may carry: the charge columns, the money posted to each line, what says more."""

from medoffice_xl.tables.export_columns import OF_EXPORTS

COLUMNS = OF_EXPORTS

NEEDED = ("dos", "code", "charge")
"""Without these there is no charge."""

MODIFIERS = ("mod1", "mod2", "mod3", "mod4")

AMOUNTS = ("ins_paid", "sec_paid", "ter_paid", "pat_paid", "paid", "contractual_adj", "other_adj", "adj", "refund")
"""Columns of money posted, of which an export may have several of a name."""


def field_of(key: str) -> str:
    """The field of a column by its key: of several columns of a field each further one has a number behind it.

    >>> field_of("ins_paid"), field_of("ins_paid#2")
    ('ins_paid', 'ins_paid')
    """
    return key.partition("#")[0]
