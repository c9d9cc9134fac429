"""Our VBA against a grammar of the language: catches what LibreOffice's more lenient compiler lets pass."""

import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_vba.vbaLexer import vbaLexer
from antlr4_vba.vbaParser import vbaParser

from medoffice_xl.build.source import source_names, source_text
from medoffice_xl.build.wrappers import generated_modules

pytestmark = pytest.mark.whole

BY_HAND = {name: source_text(name) for name in source_names(".bas") + source_names(".cls")}
PLATFORMS = ("Windows", "Mac")


class Findings(ErrorListener):
    def __init__(self):
        self.found = []

    def syntaxError(self, recognizer, symbol, line, column, message, error):
        self.found.append(f"line {line}: {message}")


def findings(source: str) -> list[str]:
    listener = Findings()
    lexer = vbaLexer(InputStream(source.replace("\n", "\r\n")))
    parser = vbaParser(CommonTokenStream(lexer))
    for part in (lexer, parser):
        part.removeErrorListeners()
        part.addErrorListener(listener)
    parser.startRule()
    return listener.found


def as_compiled(source: str, platform: str) -> str:
    """The source with the lines of `#If Mac Then … #Else … #End If` that this platform compiles."""
    lines: list[str] = []
    compiled = True
    for line in source.split("\n"):
        match line.strip():
            case "#If Mac Then":
                compiled = platform == "Mac"
            case "#Else":
                compiled = not compiled
            case "#End If":
                compiled = True
            case _:
                lines.append(line if compiled else "")
    return "\n".join(lines)


@pytest.mark.parametrize("name", [name for name, source in BY_HAND.items() if "#If" in source])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_module_with_two_faces_is_grammatical(name, platform):
    assert findings(as_compiled(BY_HAND[name], platform)) == []


@pytest.mark.parametrize("name", [name for name, source in BY_HAND.items() if "#If" not in source])
def test_a_module_by_hand_is_grammatical(name):
    assert findings(BY_HAND[name]) == []


@pytest.mark.parametrize("name", sorted(generated_modules()))
def test_a_generated_module_is_grammatical(name):
    assert findings(generated_modules()[name]) == []


@pytest.mark.parametrize(
    "bad",
    ["    x = = 3", "    If x Then", "    Next", "    Case 1", "    Call (", '    x = "open'],
)
def test_the_grammar_finds_what_is_wrong(bad):
    assert findings(f'Attribute VB_Name = "m"\nPublic Sub S()\n{bad}\nEnd Sub\n')
