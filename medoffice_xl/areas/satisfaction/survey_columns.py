"""What a mapping may say that a question of a survey is about."""

from medoffice_xl.areas.satisfaction.tables import MEASURES
from medoffice_xl.tables.schema import Column, text

MEASURE_OF_FIELD = {measure.replace(" ", "_"): measure for measure in MEASURES}
"""The measure that a field of a mapping stands for."""

COLUMNS: tuple[Column, ...] = tuple(
    text(name, measure.capitalize(), f"A question about {measure}.") for name, measure in MEASURE_OF_FIELD.items()
)
