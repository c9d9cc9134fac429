"""The workbook is a build product: sheets, ribbon and VBA from source."""
