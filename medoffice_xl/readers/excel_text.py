"""What systems write so that Excel leaves a cell of a text file alone: `="00123"` and `'00123` are the text 00123."""

import re

_FORMULA = re.compile(rb'(^|[,;\t|])="([^"\r\n]*)"(?=[,;\t|\r\n]|\Z)', re.MULTILINE)
_QUOTED_FORMULA = re.compile(rb'"=""([^"\r\n]*)"""')
_MARKED = re.compile(rb"(^|[,;\t|])(\"?)'(?=\d[\w./\-]*\"?(?:[,;\t|\r\n]|\Z))", re.MULTILINE)
_MARKS = (b"\"'", b",'", b";'", b"\t'", b"|'", b"\n'")


def as_meant(content: bytes) -> bytes:
    """The bytes of a text table with such cells as the text they mean.

    >>> as_meant(b'="00123",="1,000.00",x').decode()
    '"00123","1,000.00",x'
    >>> as_meant(b"'007,O'Neil").decode()
    "007,O'Neil"
    """
    if b'="' in content:
        content = _FORMULA.sub(rb'\1"\2"', content)
        content = _QUOTED_FORMULA.sub(rb'"\1"', content)
    if content.startswith(b"'") or any(mark in content for mark in _MARKS):
        content = _MARKED.sub(rb"\1\2", content)
    return content
