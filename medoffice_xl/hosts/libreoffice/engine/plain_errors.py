"""LibreOffice's exceptions become xlwings' own, in words that help.

UNO's exceptions cannot pass through `contextlib`, and most of them say nothing: every class of the engine is wrapped.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from xlwings import XlwingsError

from medoffice_xl.hosts.libreoffice.bridge import load_uno, uno_exception

_Class = TypeVar("_Class", bound=type)


class OfficeGone(XlwingsError):  # type: ignore[misc]
    """LibreOffice was closed or has crashed."""


def plain_errors(cls: _Class) -> _Class:
    """Wrap every method and property of a class of the engine."""
    for name, member in list(vars(cls).items()):
        if isinstance(member, property):
            setters = {
                part: _wrapped(getattr(member, part), name) for part in ("fget", "fset") if getattr(member, part)
            }
            setattr(cls, name, property(**setters, doc=member.__doc__))
        elif callable(member) and not isinstance(member, type | staticmethod | classmethod):
            setattr(cls, name, _wrapped(member, name))
    return cls


def _wrapped(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*args: Any, **options: Any) -> Any:
        try:
            return function(*args, **options)
        except uno_exception() as error:
            raise _plain(error, name.strip("_")) from None

    return call


def _plain(error: Exception, doing: str) -> XlwingsError:
    if isinstance(error, load_uno().getClass("com.sun.star.lang.DisposedException")):
        return OfficeGone(f"LibreOffice was closed, or has crashed ({doing}). Start it again.")
    said = str(getattr(error, "Message", "")).strip()
    return XlwingsError(f"LibreOffice could not do this ({doing}): {said or type(error).__name__}")
