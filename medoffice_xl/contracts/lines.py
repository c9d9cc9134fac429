"""The services to be priced, as columns of whole numbers."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from medoffice_xl.contracts.exact_amounts import Ints, Rows


@dataclass(frozen=True, slots=True)
class Lines:
    """One service a place in every column.

    `payer`, `plan` and `provider` are indices of the rulebook (−1 unknown payer, 0 any plan and any provider), `code`
    of `codes`, `place` (of service) of `places`, `mods` bits, `units` thousandths, `charge` cents, `day` days since
    1970. `visit` is alike for the services that one patient had from one provider on one day, `claim` for those of one
    claim.
    """

    codes: npt.NDArray[np.object_]
    places: npt.NDArray[np.object_]
    payer: Ints
    plan: Ints
    provider: Ints
    code: Ints
    mods: Ints
    units: Ints
    charge: Ints
    day: Ints
    place: Ints
    facility: npt.NDArray[np.bool_]
    non_physician: npt.NDArray[np.bool_]
    visit: Ints
    claim: Ints

    def take(self, rows: Rows) -> "Lines":
        """The lines at these places."""
        columns = {name: getattr(self, name)[rows] for name in self.__slots__ if name not in ("codes", "places")}
        return replace(self, **columns)

    def __len__(self) -> int:
        return len(self.code)
