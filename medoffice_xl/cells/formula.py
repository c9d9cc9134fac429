"""A formula taken apart as far as a host needs: which functions are called, with which argument texts.

This is no calculation engine: references and operators stay text. Commas within text, quoted sheet names,
structured references, inline arrays and plain brackets part nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from medoffice_xl.errors import BadArgument

_TOKEN = re.compile(
    r"""
      (?P<text>"(?:[^"]|"")*")                      # "text with "" quotes"
    | (?P<sheet>'(?:[^']|'')*'!)                    # 'Sheet, one'!
    | (?P<array>\{(?:"(?:[^"]|"")*"|[^}"])*\})      # {1,2;"a",TRUE}
    | (?P<call>[A-Za-z_\\][\w.\\]*\()               # NAME(
    | (?P<word>[^\W\d][\w.\\]*)                     # a name, a table, a sheet before its !
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A bare name: a defined name, a table, TRUE, or a cell such as B5."""

    name: str


@dataclass(frozen=True, slots=True)
class Structured:
    """The bracketed end of a structured reference, such as [[#This Row],[Charge]], with its brackets."""

    inner: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; each argument is itself a sequence of pieces, empty where left out."""

    name: str
    arguments: "tuple[Pieces, ...]"


Pieces = tuple[str | Word | Structured | Call, ...]


def parse(formula: str) -> Pieces:
    """The formula's pieces, in order; joined by `text` they are the formula again, without its leading =."""
    tokens = _tokens(formula.removeprefix("="))
    pieces, end = _sequence(tokens, stops=())
    if end:
        raise BadArgument(f"The formula {formula} cannot be read: there is a “{end}” too many.")
    return pieces


def text(pieces: Pieces) -> str:
    """The pieces as formula text."""
    return rewrite(pieces)


def rewrite(
    pieces: Pieces,
    *,
    call: Callable[[str, list[str]], str] | None = None,
    word: Callable[[str], str] | None = None,
    structured: Callable[[str, str], str] | None = None,
) -> str:
    """The formula with calls, bare names and structured references put in other words, inner ones first.

    `call` gets a function's name and its argument texts; `word` a name that no bracket follows; `structured`
    the table's name ("" within the table itself) and the brackets after it. Each returns the text to use.
    """
    out: list[str] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        match piece:
            case Call(name, arguments):
                texts = [rewrite(argument, call=call, word=word, structured=structured) for argument in arguments]
                out.append(call(name, texts) if call else f"{name}({','.join(texts)})")
            case Word(name) if isinstance(following, Structured):
                if structured is None:
                    out.append(name)
            case Word(name):
                is_sheet = following == "!" or (bool(out) and out[-1].endswith("!"))
                out.append(name if word is None or is_sheet else word(name))
            case Structured(inner):
                before = pieces[index - 1] if index else None
                table = before.name if isinstance(before, Word) else ""
                out.append(structured(table, inner) if structured else inner)
            case _:
                out.append(piece)
    return "".join(out)


def calls(pieces: Pieces) -> Iterator[Call]:
    """Every function call, outer before inner, left to right."""
    for piece in pieces:
        if isinstance(piece, Call):
            yield piece
            for argument in piece.arguments:
                yield from calls(argument)


def split_call(formula: str) -> tuple[str, list[str]]:
    """The first function of a formula and its arguments' texts.

    >>> split_call('=AR_OVER(Charges, Payments, AsOf, 90, "post", "Smith, J")')
    ('AR_OVER', ['Charges', 'Payments', 'AsOf', '90', '"post"', '"Smith, J"'])

    Raises BadArgument when the formula calls no function.
    """
    first = next(calls(parse(formula)), None)
    if first is None:
        raise BadArgument(f"The formula {formula} calls no function.")
    return first.name, [text(argument).strip() for argument in first.arguments]


def _sequence(tokens: Iterator[tuple[str, str]], stops: tuple[str, ...]) -> tuple[Pieces, str]:
    """Pieces up to one of `stops` or the end of the formula; with the stop that was met, or ""."""
    pieces: list[str | Word | Structured | Call] = []
    for kind, token in tokens:
        if token in stops:
            return tuple(pieces), token
        if kind == "call":
            pieces.append(_call(token[:-1], tokens))
        elif kind == "word":
            pieces.append(Word(token))
        elif kind == "structured":
            pieces.append(Structured(token))
        elif token == "(":  # noqa: S105
            inner, end = _sequence(tokens, (")",))
            pieces += ["(", *inner, end]
        elif token == ")":  # noqa: S105
            return tuple(pieces), token
        else:
            pieces.append(token)
    if ")" in stops:
        raise BadArgument("The formula cannot be read: a closing bracket is missing.")
    return tuple(pieces), ""


def _call(name: str, tokens: Iterator[tuple[str, str]]) -> Call:
    arguments: list[Pieces] = []
    end = ","
    while end == ",":
        argument, end = _sequence(tokens, (",", ")"))
        arguments.append(argument)
    if len(arguments) == 1 and not "".join(str(piece) for piece in arguments[0]).strip():
        arguments.clear()
    return Call(name, tuple(arguments))


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(formula):
        if formula[position] == "[":
            end = _after_brackets(formula, position)
            yield "structured", formula[position:end]
            position = end
            continue
        match = _TOKEN.match(formula, position)
        assert match is not None  # the last alternative takes any character
        yield str(match.lastgroup), match.group()
        position = match.end()


def _after_brackets(formula: str, start: int) -> int:
    """Where the bracket opened at `start` is closed; ' keeps the next character from counting."""
    depth, position = 0, start
    while position < len(formula):
        sign = formula[position]
        if sign == "'":
            position += 2
            continue
        depth += (sign == "[") - (sign == "]")
        position += 1
        if depth == 0:
            return position
    raise BadArgument("The formula cannot be read: a square bracket is missing.")
