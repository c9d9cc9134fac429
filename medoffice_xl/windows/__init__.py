"""How Windows starts Python for Excel: by a class that is registered for the user.

Excel asks for the class, and Windows starts the program that is written beside it. Excel itself starts nothing, so that
rules which forbid Office to start programs do not apply; and no path stands in a workbook.
"""
