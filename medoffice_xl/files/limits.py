"""How much of anything is taken in: the limits of every kind of file, in one place.

They are technical: what is beyond them is a mistake or an attack, and would take all the memory of a computer. Each
is far above what a practice's files reach, and is no setting.
"""

LONGEST_TEXT = 32_767
"""Characters that a cell of a workbook holds."""
