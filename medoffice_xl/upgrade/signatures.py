"""Calls of our functions as a former version wrote them, in their present words."""

from collections.abc import Mapping


def present_words(former: Mapping[str, tuple[str, ...]], formula: str) -> str:
    """The formula, without =, with every call as it is written now."""
    return formula
