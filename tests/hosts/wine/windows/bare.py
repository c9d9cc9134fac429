"""Functions that do nothing, to measure what a call costs before any work is done."""

import xlwings


@xlwings.func
@xlwings.arg("first", "raw")
@xlwings.arg("second", "raw")
@xlwings.arg("third", "raw")
def NOTHING(first, second=None, third=None):
    return 1.0


@xlwings.func
@xlwings.arg("table", "raw")
def ROWS_IN(table):
    return float(len(table))
