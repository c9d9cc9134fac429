"""Lists: headings, rows, the total set off, and a line that speaks where there is nothing or too much to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, PerRow, Rows, RowsInNeed, Spill
from medoffice_xl.pages.canvas import LINE, ROW, Canvas, height_of
from medoffice_xl.pages.contents import Content, Formula, content_of_cell
from medoffice_xl.pages.fields import Field
from medoffice_xl.pages.placed import Box, Dress, Role, Rule, Shade, Spot
from medoffice_xl.pages.places import address, in_any_row
from medoffice_xl.pages.references import Part, Reference, resolved
from medoffice_xl.pages.references import row as row_of
from medoffice_xl.pages.text_width import text_width, wrapped_lines
from medoffice_xl.pages.tracks import Span, Track
from medoffice_xl.pages.workings import Spilled, Workings

NOTHING = " "
"""Said where there is nothing to say: LibreOffice calculates a formula anew whose stored value is empty."""

_HEADING_LINE = 13.5
_SPILLED_LINES = 3
_INDENT = 1.5


def listing_tracks(listing: Listing) -> list[Track]:
    """A column a field. Words at the end take what room is left."""
    last = len(listing.fields) - 1
    return [
        Track(
            _width(listing, place) + (_INDENT if field.is_text and place else 0),
            grows=field.is_text and place == last,
            spreads=field.is_text,
        )
        for place, field in enumerate(listing.fields)
    ]


def _width(listing: Listing, place: int) -> float:
    """What a field needs; of rows that are known, what they hold."""
    field = listing.fields[place]
    if not isinstance(listing.source, Rows) or field.width or not field.is_text:
        return field.needed_width
    held = [row[place] for row in (*listing.source.body, listing.source.total) if len(row) > place]
    widest = max((text_width(value) for value in held if isinstance(value, str)), default=0.0)
    return max(field.needed_width, min(widest + 1, 44.0))


def put_listing(listing: Listing, canvas: Canvas, workings: Workings, top: int, spans: Sequence[Span]) -> int:
    """The whole list; returns the row after it."""
    putting = _Putting(listing, canvas, spans, [canvas.holding(span) for span in spans])
    row = canvas.section(listing.title, top, putting.left, putting.right)
    if isinstance(listing.source, Rows) and not listing.source.body:
        row = canvas.air(row) if listing.title else row
        return canvas.words(listing.empty, Role.NOTE, row, (putting.left, putting.right))
    spilled = _spilled(listing, workings)
    putting.calls = _calls(listing, canvas, workings)
    row = putting.headings(row, spilled)
    first = row
    putting.remember(first)
    row = putting.body(row, spilled)
    putting.looks(first)
    if listing.shows_total:
        row = putting.total(row, first, spilled)
    if putting.comes_and_goes:
        row = putting.spoken(row, first, spilled)
    if listing.note:
        row = canvas.words(listing.note, Role.NOTE, row, (putting.left, putting.right), size=9)
    return row


def _spilled(listing: Listing, workings: Workings) -> Spilled | None:
    if not isinstance(listing.source, Spill):
        return None
    columns = listing.source.columns or tuple(field.name for field in listing.fields)
    return workings.put(str(listing.title or listing.name), listing.source, len(columns))


def _calls(listing: Listing, canvas: Canvas, workings: Workings) -> Spilled | None:
    """The calls of a list's rows, on the hidden sheet."""
    fields = [field for field in listing.fields if field.call]
    if not fields:
        return None

    def of_row(call: str, at: int) -> str:
        def named(reference: Reference) -> str:
            if reference.part is not Part.THIS:
                return str(reference)
            return str(row_of(at + 1, listing.name, reference.field, canvas.page.name))

        return resolved(call, named)

    rows = [[of_row(field.call, at) for field in fields] for at in range(listing.rows)]
    return workings.put_calls(str(listing.name), rows)


def _shown(value: str) -> Formula:
    """A cell of a spilled list. LibreOffice calculates empty ones anew when it opens a file, and has no list then."""
    return Formula(f'=IFERROR({value},"")')


@dataclass(slots=True)
class _Putting:
    """One list on its way onto a page."""

    listing: Listing
    canvas: Canvas
    spans: Sequence[Span]
    figure_columns: Sequence[int]
    calls: Spilled | None = None
    """Where the calls stand that fields are worked out by."""

    @property
    def left(self) -> int:
        return self.spans[0][0]

    @property
    def right(self) -> int:
        return self.spans[-1][1]

    @property
    def comes_and_goes(self) -> bool:
        """Whether its rows are there only while they hold something."""
        return isinstance(self.listing.source, RowsInNeed) or not isinstance(self.listing.source, Rows)

    def column(self, place: int) -> int:
        """Where a field's values stand: words begin at the left of their room, figures end at its right."""
        return self.spans[place][0] if self.to_the_left(place) else self.figure_columns[place]

    def to_the_left(self, place: int) -> bool:
        """Words, and what names the row: a month, a day."""
        field = self.listing.fields[place]
        return field.is_text or (place == 0 and field.unit is Unit.DATE)

    def source_place(self, field: Field) -> int:
        """Which column of the formula's result a field is."""
        source = self.listing.source
        if not isinstance(source, Spill) or not source.columns:
            return self.listing.place_of(field.name)
        if field.name not in source.columns:
            raise ValueError(f"the list {self.listing.name} asks for {field.name}, which its formula does not give")
        return source.columns.index(field.name)

    def headings(self, row: int, spilled: Spilled | None) -> int:
        """One row of headings, as high as its longest needs."""
        canvas = self.canvas
        if not any(field.shown_heading for field in self.listing.fields):
            return row
        canvas.dress(Dress(Role.HEADER), Box(row, self.left, row, self.right))
        lines = 1
        for place, field in enumerate(self.listing.fields):
            column, span, left = self.column(place), self.spans[place], self.to_the_left(place)
            if field.as_spilled and spilled:
                cell = spilled.heading_of(self.source_place(field))
                heading: Content = Formula(f'=IFERROR(IF({cell}="","",{cell}),"")')
                lines = max(lines, _SPILLED_LINES)
            else:
                heading = field.shown_heading
                room = canvas.width(span if left else (column, column)) - 1
                lines = max(lines, wrapped_lines(field.shown_heading, room, bold=True))
            canvas.put(Spot(row, column), heading)
            box = Box(row, span[0], row, span[1]) if left else Box(row, column, row, column)
            indent = 1 if left and place else 0
            canvas.dress(Dress(Role.HEADER, right=not left, indent=indent, wraps=True), box)
            if left:
                canvas.merge(box)
            canvas.places.headings[canvas.page.name, self.listing.name, field.name] = Spot(row, column)
        canvas.height(row, _HEADING_LINE * lines + 4)
        canvas.stays(row, row)
        canvas.headings.append(row)
        return row + 1

    def remember(self, first: int) -> None:
        """Where the fields and their totals stand, for whoever refers to them."""
        last = first + self.listing.rows - 1
        for place, field in enumerate(self.listing.fields):
            key = (self.canvas.page.name, self.listing.name, field.name)
            column = self.column(place)
            self.canvas.places.columns[key] = Box(first, column, last, column)
            if self.listing.shows_total:
                self.canvas.places.totals[key] = Spot(last + 1, column)

    def body(self, top: int, spilled: Spilled | None) -> int:
        """The rows."""
        listing, canvas = self.listing, self.canvas
        columns = [self.column(place) for place in range(len(listing.fields))]
        if isinstance(listing.source, Rows):
            end = canvas.put_rows(
                top, columns, [self._own(row, top + at) for at, row in enumerate(listing.source.body)]
            )
        else:
            end = canvas.put_rows(top, columns, [self._worked_out(top, at, spilled) for at in range(listing.room)])
        if not self.comes_and_goes:
            self._room_for_words(top)
            canvas.stays(top, end - 1)
            return end
        for row in range(top, end):
            canvas.spare[row].append(Spot(row, columns[0]))
        return end

    def _room_for_words(self, top: int) -> None:
        """Rows of known words that go on in further lines are as high as those, with air above and below."""
        for at, values in enumerate(self.listing.source.body if isinstance(self.listing.source, Rows) else ()):
            lines = [
                wrapped_lines(value, self.canvas.width(span) - 1)
                for value, field, span in zip(values, self.listing.fields, self.spans, strict=True)
                if isinstance(value, str) and field.is_text and span[0] == span[1]
            ]
            if max(lines, default=1) > 1:
                self.canvas.height(top + at, height_of(max(lines)))

    def _own(self, values: Sequence[Content], row: int) -> list[Content]:
        return [
            Formula(self._in_row(value.text, row), value.stored)
            if isinstance(value, Formula)
            else content_of_cell(value, field.unit)
            for value, field in zip(values, self.listing.fields, strict=True)
        ]

    def _worked_out(self, top: int, at: int, spilled: Spilled | None) -> list[Content]:
        return [self._cell(place, field, top + at, at, spilled) for place, field in enumerate(self.listing.fields)]

    def _cell(self, place: int, field: Field, row: int, at: int, spilled: Spilled | None) -> Content:
        source = self.listing.source
        if field.call:
            assert self.calls is not None
            answered = self.calls.cell(at, [each for each in self.listing.fields if each.call].index(field))
            first = address(Spot(row, self.column(0)))
            return Formula(f'=IF({first}="","",_xlfn.IFNA({answered},"n/a"))')
        if field.formula:
            first = address(Spot(row, self.column(0)))
            return Formula(f'=IF({first}="","",{self._in_row(field.formula, row)})')
        if isinstance(source, PerRow):
            key = (self.canvas.page.name, source.block, source.field)
            other = self.canvas.places.columns[key]
            cell = address(Spot(other.top + at, other.left))
            left_out = f'OR({cell}="",{cell}="{source.but}")' if source.but else f'{cell}=""'
            return Formula(f'=IF({left_out},"",{cell})')
        assert spilled is not None
        cell = spilled.cell(at, self.source_place(field))
        if self.listing.has_total:
            return _shown(f'IF({spilled.count}<{at + 1},"",IF({cell}="","",{cell}))')
        return _shown(f'IF({cell}="","",{cell})')

    def _in_row(self, text: str, row: int, written: Callable[[Spot], str] = address) -> str:
        """The formula with the row's own cells in place of its other fields."""

        def cell(reference: Reference) -> str:
            if reference.part is not Part.THIS:
                return str(reference)
            return written(Spot(row, self.column(self.listing.place_of(reference.field))))

        return resolved(text, cell)

    def total(self, row: int, first: int, spilled: Spilled | None) -> int:
        """The total, set off."""
        listing, canvas = self.listing, self.canvas
        columns = [self.column(place) for place in range(len(listing.fields))]
        canvas.dress(Dress(Role.TOTAL), Box(row, self.left, row, self.right))
        for place, field in enumerate(listing.fields):
            self._dress_column(place, field, row, row, Role.TOTAL)
        if isinstance(listing.source, Rows):
            canvas.put_rows(row, columns, [self._own(listing.source.total, row)])
            canvas.stays(row, row)
        else:
            canvas.put_rows(row, columns, [[self._total(field, first, spilled) for field in listing.fields]])
            canvas.spare[row].append(Spot(row, columns[0]))
        canvas.height(row, ROW + 1)
        return row + 1

    def _total(self, field: Field, first: int, spilled: Spilled | None) -> Content:
        assert spilled is not None
        whole = spilled.total(self.source_place(field))
        return _shown(f'IF({spilled.count}<1,"",IF({whole}="","",{whole}))')

    def spoken(self, row: int, first: int, spilled: Spilled | None) -> int:
        """Under the rows: that there are none, why there are none, or that there are more."""
        listing, canvas = self.listing, self.canvas
        empty, more = (words.replace('"', '""') for words in (listing.empty, listing.more))
        if spilled is None:
            named = address(Box(first, self.column(0), first + listing.rows - 1, self.column(0)))
            said = f'=IF(SUMPRODUCT(--({named}<>""))=0,"{empty}","{NOTHING}")'
        else:
            said = (
                f'=IF(ISNA({spilled.heading}),"{empty}",IF(ISERROR({spilled.heading}),{spilled.heading},'
                f'IF({spilled.count}<1,"{empty}",IF({spilled.count}>{listing.room},"{more}","{NOTHING}"))))'
            )
        canvas.put(Spot(row, self.left), Formula(said, listing.empty))
        canvas.dress(Dress(Role.NOTE), Box(row, self.left, row, self.right))
        canvas.quiet_errors(Box(row, self.left, row, self.left))
        canvas.spare[row].append(Spot(row, self.left))
        return row + 1

    def looks(self, first: int) -> None:
        """How the rows look: each column in its format, a line under each row that holds something."""
        listing, canvas = self.listing, self.canvas
        last = first + listing.rows - 1
        whole = Box(first, self.left, last, self.right)
        canvas.dress(Dress(Role.BODY), whole)
        for place, field in enumerate(listing.fields):
            self._dress_column(place, field, first, last, Role.BODY)
            self._rules(place, field, first, last)
        tallest = max(field.lines for field in listing.fields)
        if self.comes_and_goes:
            for row in range(first, last + 1):
                canvas.height(row, ROW + LINE * (tallest - 1))
            canvas.page.rules.append(Rule(Shade.RULED, whole, f'={in_any_row(Spot(first, self.column(0)))}<>""'))
            canvas.quiet_errors(whole)

    def _dress_column(self, place: int, field: Field, first: int, last: int, role: Role) -> None:
        column, span = self.column(place), self.spans[place]
        # Words of one column of the sheet go on in their cell; of several, they run over into the next ones.
        known = isinstance(self.listing.source, Rows) and span[0] == span[1]
        wraps = field.lines > 1 or (known and field.is_text and role is Role.BODY)
        left = self.to_the_left(place)
        right = span[1] if left else column
        dress = Dress(role, field.shown_format, not left, 1 if left and place else 0, wraps)
        self.canvas.dress(dress, Box(first, column, last, right))
        if field.lines > 1:
            for row in range(first, last + 1):
                self.canvas.merge(Box(row, column, row, right))

    def _rules(self, place: int, field: Field, first: int, last: int) -> None:
        rules, column = self.canvas.page.rules, self.column(place)
        right = self.spans[place][1] if self.to_the_left(place) else column
        box = Box(first, column, last, right)
        for word, tone in field.tones.items():
            rules.append(Rule(Shade.TONE, box, word, tone))
        if field.middle is not None:
            shaded = [self.column(each) for each, one in enumerate(self.listing.fields) if one.middle is not None]
            among = Box(first, min(shaded), last, max(shaded))
            rules.append(Rule(Shade.SCALE, box, middle=field.middle, among=among))
        if field.alarm:
            rules.append(Rule(Shade.ALARM, box, f"={self._in_row(field.alarm, first, in_any_row)}"))
