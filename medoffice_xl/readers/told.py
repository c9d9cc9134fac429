"""What the user says of a file beside what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """The kind of a file, what its columns are (heading to field), whose rates it holds and from when.

    The same bytes with something else told of them are another import.
    """

    kind: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    payer: str = ""
    effective: date | None = None

    def __str__(self) -> str:
        """In words, for the log of imports; the kind stands there by itself.

        >>> str(Told(mapping={"Billed": "charge"}, payer="Acme", effective=date(2026, 1, 1)))
        'Billed = charge; of Acme; from 2026-01-01'
        """
        said = [f"{heading} = {name}" for heading, name in sorted(self.mapping.items())]
        said += [f"of {self.payer}"] if self.payer else []
        said += [f"from {self.effective}"] if self.effective else []
        return "; ".join(said)
