"""What a column of a list of registered patients may be."""

from medoffice_xl.areas.marketing.tables import REGISTRATIONS
from medoffice_xl.tables.schema import Column, text

PRIVATE = (
    text("birth_date", "Birth date", "Becomes the age band.",
                synonyms=("dob", "date of birth", "birthdate", "patient dob", "patient birth date", "born")),
    text("age", "Age", "Becomes the age band.", synonyms=("age", "patient age", "age years")),
    text("zip", "ZIP code", "Its first three digits are kept.",
                synonyms=("zip", "zip code", "zipcode", "postal code", "patient zip", "patient zip code", "home zip")),
)  # fmt: skip
"""What a file says of a patient that is read and never kept."""

COLUMNS: tuple[Column, ...] = (*REGISTRATIONS.columns, *PRIVATE)
