"""How much of anything is taken in: the limits of every kind of file, in one place.

They are technical: what is beyond them is a mistake or an attack, and would take all the memory of a computer. Each
is far above what a practice's files reach, so none is a setting. Together they keep a file that was made to harm
below a gigabyte.
"""

LARGEST_FILE = 512_000_000
"""Bytes of a file as it lies on the disk."""

MOST_SEGMENTS = 10_000_000
"""Segments of a remittance file; a line of service has about six, each takes some sixty bytes while it is read."""

LARGEST_TEXT = 200_000_000
"""Bytes of a text file (CSV, XML, a page), and of a text file that comes in a zip."""

LARGEST_OFX = 10_000_000
MOST_OFX_TAGS = 40_000
"""Bytes and tags of a bank's OFX file: some five thousand lines, a year of a busy account. Reading takes the square of
the tags."""

LARGEST_MARKUP = 60_000_000
MOST_TAGS = 2_000_000
"""Bytes and tags of a page or XML file; as a tree each tag takes some hundred bytes."""

MOST_UNENDED = 10_000_000
"""Tags times characters of a page behind a tag that has no end: reading on takes as many steps."""

MOST_LINES = 2_000_000
"""Lines of a text file; a sheet has half as many."""

LONGEST_LINE = 1_000_000
"""Bytes of one line of a text file: a row of a sheet's 16,384 columns of sixty characters."""

MOST_COLUMNS = 2_000
"""Columns of a table in a file; the widest exports have some two hundred."""

MOST_CELLS = 12_000_000
"""Cells of one file, empty ones between others included: half a million rows of 24 columns."""

CELLS_ANYWAY = 2_000_000
CELLS_A_BYTE = 3
"""Cells that a sheet may stretch over whatever it holds, and for each byte of its packed size: one cell far out makes
all cells up to it, and a real sheet packs a cell into several bytes."""

MOST_CELLS_OF_A_BOOK = 2**20 * 64
"""The same for our own workbook: all the rows that Excel holds, of its widest tables."""

LARGEST_PARSED = 100_000_000
"""Bytes of a sheet part that is parsed, because it is not written as spreadsheet programs write it."""

MOST_CHARACTERS = 150_000_000
"""Characters in all cells of a workbook, a text that many cells share counted for each."""

LONGEST_TEXT = 32_767
"""Characters that a cell of a workbook holds."""

MOST_MEMBERS = 10_000
"""Files in a zip; a workbook has some hundred parts."""

MOST_UNPACKED = 4 * 1024**3
UNPACKED_ANYWAY = 64 * 1024**2
MOST_RATIO = 100
"""Bytes that a zip may unpack to: at most, whatever its size, and how many times its size. Sheets reach 40 times."""
