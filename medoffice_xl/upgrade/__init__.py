"""A practice's workbook carried to the version installed: our rows, the user's own columns, sheets and names."""

from medoffice_xl.upgrade.carry import Upgraded, upgrade

__all__ = ["Upgraded", "upgrade"]
