"""The cell functions of the workbook, one file an area. Importing this registers them all."""
