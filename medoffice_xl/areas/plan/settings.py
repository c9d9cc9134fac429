"""What figures are asked with, as the sheet Settings of a practice says."""

from medoffice_xl.errors import BadArgument
from medoffice_xl.headlines import Terms
from medoffice_xl.ledger.year_start import SETTING, year_start
from medoffice_xl.reports.practice import HasSettings


def terms_of(practice: HasSettings) -> Terms:
    """The practice's settings; what is empty is as it comes. Raises BadArgument for a number that is none."""
    usual = Terms()
    return Terms(
        _whole(practice, "WindowDays", usual.window),
        _whole(practice, "YearDays", usual.year),
        _whole(practice, "SettleDays", usual.settle),
        str(practice.setting("Credits") or usual.credits),
        year_start(practice.setting(SETTING)),
        _whole(practice, "RunDays", usual.run_days),
    )


def _whole(practice: HasSettings, name: str, usual: int) -> int:
    found = practice.setting(name)
    if found in (None, ""):
        return usual
    try:
        return int(float(str(found)))
    except ValueError as error:
        raise BadArgument(f"{name} on the sheet Settings is no number ({found}). Type one.") from error
