"""The pack out of what the areas declare for it and what the pages show."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from medoffice_xl.areas.pack.charts import bridge_block, chart_block, total_chart_block
from medoffice_xl.areas.pack.document import Meaning, Pack, PackBlock, PrintedChapter, Section, Sentence
from medoffice_xl.areas.pack.tables import Names, board_block, figure_block, table_block, under_other_name
from medoffice_xl.pages.blocks import Board, Bridge, Cards, Chart, Figure, Figures, Listing, TotalChart
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.pack import CHAPTER_TITLES, Chapter, Excerpt, PackSection, Says, Verdict
from medoffice_xl.pages.shown import ShownPages

NOTHING_TO_SAY = {
    Verdict.STANDS: "How the budget stands is not judged yet: mark the months whose books are closed.",
    Verdict.MOVED: "What moved cannot be said yet: no month has been charged.",
    Verdict.DECIDE: "Nothing in these figures asks for a decision.",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What figures are, by their formulas or their names, and who published benchmarks, by their measures."""

    what_it_is: Callable[[str], str]
    published: Mapping[str, str]
    by_name: Mapping[str, str] = field(default_factory=dict)


def compose(
    sections: Sequence[PackSection], pages: ShownPages, practice: str, day: date, fewest: int, sources: Sources
) -> Pack:
    """The whole pack. `fewest` are the people a row must count to be shown."""
    in_order = sorted(sections, key=lambda section: (section.chapter, section.order))
    told = _Telling(pages, _names(sections, pages), fewest)
    by_chapter = {chapter: [each for each in in_order if each.chapter is chapter] for chapter in Chapter}
    chapters: list[PrintedChapter] = []
    for chapter, declared in by_chapter.items():
        printed = [section for each in declared if (section := _section(each, told))]
        if printed:
            chapters.append(PrintedChapter(CHAPTER_TITLES[chapter], printed))
    return Pack(
        practice or "[Name of the practice]",
        day,
        [_sentence(verdict, in_order, told) for verdict in Verdict],
        chapters,
        list(_meanings(in_order, pages, sources)),
        [
            f"Figures are as of {day:%B} {day.day}, {day.year}: what was posted later does not count.",
            *_said(told.words(section.basis) for section in in_order),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the pages show, the names that are not told, whoever keeps them, and how many people are few."""

    pages: ShownPages
    names: Names
    fewest: int

    def words(self, says: Says | None) -> str:
        """A sentence, with other names in place of those that are not told."""
        return under_other_name(says(self.pages), self.names) if says else ""


def _names(sections: Sequence[PackSection], pages: ShownPages) -> Names:
    """What any section does not tell, none does."""
    found: dict[str, str] = {}
    for section in sections:
        found |= section.unnamed(pages) if section.unnamed else {}
    return found


def _sentence(verdict: Verdict, sections: Sequence[PackSection], told: _Telling) -> Sentence:
    said = _said(told.words(section.verdicts.get(verdict)) for section in sections)
    return Sentence(verdict, said[0] if said else NOTHING_TO_SAY[verdict])


def _said(sentences: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, sentences)))


def _section(declared: PackSection, told: _Telling) -> Section | None:
    lines: list[list[PackBlock]] = []
    for excerpt in declared.excerpts:
        block = _block(excerpt, told)
        if block is None:
            continue
        if excerpt.beside and lines:
            lines[-1].append(block)
        else:
            lines.append([block])
    return Section(declared.title, told.words(declared.lead), lines, declared.beside) if lines else None


def _block(excerpt: Excerpt, told: _Telling) -> PackBlock | None:
    pages, names, fewest = told.pages, told.names, told.fewest
    block = pages.block(excerpt.page, excerpt.block)
    match block:
        case Board():
            return board_block(excerpt, block, pages)
        case Cards() | Figures():
            return figure_block(excerpt, block, pages, fewest)
        case Listing():
            return table_block(excerpt, block, pages, names, fewest)
        case Chart():
            return chart_block(excerpt, block, pages, fewest)
        case TotalChart():
            return total_chart_block(excerpt, block, pages)
        case Bridge():
            return bridge_block(excerpt, block, pages, names)
        case _:
            raise ValueError(f"the pack cannot print {excerpt.block} of {excerpt.page}")


def _meanings(sections: Sequence[PackSection], pages: ShownPages, sources: Sources) -> Iterator[Meaning]:
    """What each figure of the pack is; figures that are the same in other windows of time share a line."""
    labels: dict[tuple[str, str], list[str]] = {}
    told: set[str] = set()
    for figure in _figures(sections, pages):
        formula = figure.content.text if isinstance(figure.content, Formula) else ""
        is_what = sources.what_it_is(formula) if formula else sources.by_name.get(figure.label, "")
        published = sources.published.get(figure.benchmark.measure, "") if figure.benchmark else ""
        if is_what and figure.label not in told:
            told.add(figure.label)
            labels.setdefault((is_what, published), []).append(figure.label)
    for (is_what, published), named in labels.items():
        yield Meaning(" · ".join(named), _without(named[0], is_what), published)


def _without(label: str, sentence: str) -> str:
    """The sentence without the figure's own name before it, where it begins with that."""
    if not sentence.casefold().startswith(f"{label.casefold()}: "):
        return sentence
    rest = sentence[len(label) + 2 :]
    return rest[0].upper() + rest[1:]


def _figures(sections: Sequence[PackSection], pages: ShownPages) -> Iterator[Figure]:
    for section in sections:
        for excerpt in section.excerpts:
            block = pages.block(excerpt.page, excerpt.block)
            if isinstance(block, Board | Cards | Figures):
                yield from (each for each in block.figures if not excerpt.only or each.label in excerpt.only)
