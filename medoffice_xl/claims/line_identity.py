"""Which answers are to one billed line.

A line is known by its control number (REF*6R) where it has one; else by code, day, charge and modifiers, the second
such line of one answer being the second such line of the claim. Numbers that contradict code and charge are left aside.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.claim_identity import days_of
from medoffice_xl.row_keys import Ints, combine, numbered

MODS = ("mod1", "mod2", "mod3", "mod4")


def line_of_answers(remits: pd.DataFrame, claim: Ints, adjudication: Ints) -> Ints:
    """A number for each remitted line, alike for all answers to one billed line, whichever payer gave them."""
    if not len(remits):
        return np.zeros(0, dtype="int64")
    code = pd.factorize(billed_code(remits))[0].astype("int64")
    charge = np.abs(remits["charge"].to_numpy(dtype="int64"))
    control = pd.factorize(remits["line_control"])[0].astype("int64")
    alike = _alike(remits, claim, code, charge)
    trusted = (remits["line_control"] != "").to_numpy(copy=True)
    if trusted.any():
        trusted &= ~_contradicted(combine(claim, control), code, charge)
    place = _place_in_answer(combine(alike, adjudication), np.where(trusted, control, -1 - np.arange(len(remits))))
    line, count = numbered(combine(alike, place))
    of_number = numbered(combine(claim, control))[0]
    line = np.where(trusted, count + of_number, line)
    return numbered(_named_elsewhere(line, alike, place, trusted))[0]


def _alike(remits: pd.DataFrame, claim: Ints, code: Ints, charge: Ints) -> Ints:
    """Alike for lines of one claim with the same code, day, charge and modifiers.

    Payers do not always return the modifiers: a line without them is taken for the only one with some.
    """
    same, count = numbered(combine(claim, code, days_of(remits["dos"]), charge))
    mods = modifiers(remits)
    if not mods.any():
        return same
    most = np.zeros(count, dtype="int64")
    least = np.full(count, mods.max() + 1, dtype="int64")
    some = mods > 0
    np.maximum.at(most, same[some], mods[some])
    np.minimum.at(least, same[some], mods[some])
    mods = np.where(~some & (most == least)[same], most[same], mods)
    return combine(same, mods)


def billed_code(remits: pd.DataFrame) -> "pd.Series[str]":
    """The code of each line as it was billed, where the payer says that it changed it."""
    return remits["billed_code"].where(remits["billed_code"] != "", remits["code"])


def modifiers(remits: pd.DataFrame) -> Ints:
    """The billed modifiers of each line as one number, in whatever order they came; 0 for none."""
    if not (remits["billed_mods"] != "").any() and all((remits[name] == "").all() for name in MODS):
        return np.zeros(len(remits), dtype="int64")
    return in_any_order(billed_modifiers(remits))


def billed_modifiers(lines: pd.DataFrame) -> "pd.Series[str]":
    """The modifiers of each remitted or charged line as one text: those billed, where a payer changed the code."""
    texts = lines["mod1"] + " " + lines["mod2"] + " " + lines["mod3"] + " " + lines["mod4"]
    if "billed_code" not in lines:
        return texts
    return texts.where(lines["billed_code"] == "", lines["billed_mods"])


def in_any_order(modifiers: "pd.Series[str]") -> Ints:
    """Texts of modifiers as numbers, alike for the same in another order, as payers shuffle them; 0 for none."""
    places, unique = pd.factorize(modifiers)
    sets = pd.factorize(pd.Series(["", *(" ".join(sorted(text.split())) for text in unique)], dtype="str"))[0]
    return sets.astype("int64")[1:][places]


def _contradicted(number: Ints, code: Ints, charge: Ints) -> npt.NDArray[np.bool_]:
    """Numbers that stand on lines of different codes and different charges: they cannot be of one line."""
    frame = pd.DataFrame({"code": code, "charge": charge}).groupby(number)
    several = (frame.transform("min") != frame.transform("max")).all(axis=1)
    return several.to_numpy()


def _place_in_answer(answer: Ints, line: Ints) -> Ints:
    """0 for the first of several such lines in one answer, 1 for the second; parts of one line share its place."""
    part, _ = numbered(combine(answer, line))
    firsts = np.unique(part, return_index=True)[1]
    nth = pd.Series(firsts).groupby(answer[firsts]).cumcount().to_numpy()
    return nth.astype("int64")[part]


def _named_elsewhere(line: Ints, alike: Ints, place: Ints, trusted: npt.NDArray[np.bool_]) -> Ints:
    """A line without a number is the numbered one of other answers that is alike, the first the first."""
    if trusted.all() or not trusted.any():
        return line
    known = pd.DataFrame({"alike": alike[trusted], "line": line[trusted]}).drop_duplicates()
    known["place"] = known.groupby("alike").cumcount()
    asked = pd.DataFrame({"alike": alike[~trusted], "place": place[~trusted]})
    found = asked.merge(known, on=["alike", "place"], how="left")["line"]
    line[~trusted] = np.where(found.notna(), found, line[~trusted]).astype("int64")
    return line
