"""The workbook file itself: tables and values in and out of the .xlsm, all else untouched."""
