"""One thing that `medoffice doctor` looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `mend` says what to do; empty when all is well."""

    about: str
    found: str
    mend: str = ""
