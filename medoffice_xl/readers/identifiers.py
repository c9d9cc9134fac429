"""Columns that say who a patient is. They are recognised so that they can be left out, and that is said."""

from collections.abc import Iterable

from medoffice_xl.readers.headers import normalised

_HEADINGS = """
patient; patient name; name; pt name; first name; last name; middle name; patient first name; patient last name;
patient first; patient last; dob; birth date; birthdate; date of birth; patient dob; age; sex; gender; ssn;
social security number; member id; member no; member number; subscriber; subscriber id; subscriber name; insured;
insured id; insured name; policy; policy id; policy no; policy number; group number; guarantor; guarantor name;
address; address 1; address 2; street; city; zip; zip code; phone; phone number; home phone; cell phone; email;
e-mail; responsible party name
"""

_IDENTIFYING = frozenset(normalised(heading) for heading in _HEADINGS.split(";"))


def identifying(headings: Iterable[str]) -> list[str]:
    """Those of the headings under which a patient's name, birth date, member number or address stands."""
    return [heading for heading in headings if normalised(heading) in _IDENTIFYING]
