"""What is read becomes part of the workbook's tables: new, changed, unchanged."""
