"""From what a reader read to the tables of a workbook: merged by key, posted, counted, told."""

from medoffice_xl.intake.history import content_hash, taken_in_before
from medoffice_xl.intake.sources import Settings, settings_of
from medoffice_xl.intake.take import Counts, Intake, take_in, take_in_all

__all__ = ["Counts", "Intake", "Settings", "content_hash", "settings_of", "take_in", "take_in_all", "taken_in_before"]
