"""Which columns say what a rate is for: code, modifiers, setting, days, payer, plan, provider."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from medoffice_xl.readers.fee_schedule.columns import KEYS
from medoffice_xl.readers.headers import Match, match_row, normalised

_MODIFIER = (
    r"((proc(edure)?|cpt4?|hcpcs?|pricing|payment|service|svc|billing|rate|claim|required)?(code|cd)?)?"
    r"mod(ifier)?s?(code|cd)?"
)
_RATE = r"(rate|fee|price|pricing)"
_DATE = r"(date|dt|day)"
_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("code", r"(?=.*(cpt|hcpc|cdt|proc|code))"
                 r"(cpt4?|hcpcs?|cdt|proc(edure)?|svc|service|bill(ing|ed)?|code|cd|range|or|and|s|number|no|level|"
                 r"ii?|1|2)+"),
        ("code", r"((from|begin(ning)?|start(ing)?|low|first)(code|cpt|hcpcs)|(code|cpt|hcpcs)(from|begin|start|low))"),
        ("mods", rf"{_MODIFIER}(1|one|a)?"),
        *((f"mods{place}", rf"{_MODIFIER}({place}|{letter})") for place, letter in ((2, "b"), (3, "c"), (4, "d"))),
        ("effective", rf"{_RATE}?((eff(ective)?)?(begin(ning)?|start|from){_DATE}?(of)?|eff(ective)?{_DATE}|"
                      rf"{_DATE}eff(ective)?|eff(ective)?|first{_DATE})"),
        ("end", rf"{_RATE}?(eff(ective)?)?(end(ing)?|term(ination|inated|s)?|exp(iration|ires?|iry)?|thru|through|to|"
                rf"inactive|last){_DATE}?|{_DATE}(end(ed|s)?|term(inated)?|expires?)"),
        ("pos_class", r"setting|(pos|placeofservice)(class|code|cd|group)?|site(ofservice)?(code|cd)?|fsi|"
                      r"(fac(ility)?)(indicator|ind|flag|setting|nonfac(ility)?)?|nonfac(ility)?fac(ility)?|fnf|nff"),
    )
)  # fmt: skip
"""Headings without blanks and signs, as payers write them."""


def key_columns(headings: Sequence[str], mapping: Mapping[str, str]) -> Match:
    """The fields of a row of headings: by the user's mapping, by the tables' own synonyms, by how payers write them."""
    match = match_row(headings, KEYS, mapping)
    places = dict(match.places)
    rivals = list(match.rivals)
    spoken_for = {normalised(theirs) for theirs in mapping} | {normalised(heading) for _, heading in rivals}
    for place, heading in enumerate(match.headings):
        plain = normalised(heading)
        if place in match.places.values() or plain in spoken_for or not plain:
            continue
        name = next((name for name, pattern in _PATTERNS if pattern.fullmatch(plain)), "")
        if name and name not in places:
            places[name] = place
        elif name:
            rivals.append((name, heading))
    return replace(match, places=places, rivals=rivals)
