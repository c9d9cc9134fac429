"""Runs that are killed at random moments: the workbook is the old or the new one, and the next run clears the rest."""
