"""When two names are the same: as people type them, in upper or lower case and with needless blanks."""


def plain_name(name: object) -> str:
    """A name as it is compared.

    >>> plain_name(" Acme  Medical ")
    'acme medical'
    """
    return " ".join(str(name).casefold().split())
