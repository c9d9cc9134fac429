"""The Python that Windows starts when a workbook asks for its class: `python -m medoffice_xl.hosts.server`.

It imports what a call needs when the first workbook asks, not before: Windows waits two minutes for a program that does
not answer, and a fault in a package shall be told in words at once.
"""

LINGER = 15.0
"""Seconds that Python stays when the last workbook has let go: one that is opened next finds it warm."""
