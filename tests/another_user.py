"""What somebody else than root is told who does something here."""

import os
from collections.abc import Callable

NOBODY = 65534


def told_as_nobody(what: Callable[[], object]) -> str:
    """The error, by its kind and words, that `what` ends in where nobody in particular does it; empty where in none."""
    here, there = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            what()
        except BaseException as error:
            os.write(there, f"{type(error).__name__}: {error}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(there)
    with os.fdopen(here) as said:
        return said.read()
