"""The Benchmarks sheet: published figures, and where the practice stands beside each."""

from medoffice_xl.build.look import LINE
from medoffice_xl.build.sheets.data_table import HEADER_ROW, write_data_table
from medoffice_xl.build.sheets.page import Page
from medoffice_xl.build.sheets.standing import BENCHMARK_ROWS
from medoffice_xl.tables import BENCHMARKS


def write_benchmarks(page: Page) -> None:
    """The editable table; percentages and days each in their own format."""
    write_data_table(page, BENCHMARKS, BENCHMARK_ROWS)
    formats = {"%": "0.0%", "days": "0"}
    for row, benchmark in enumerate(BENCHMARK_ROWS, start=HEADER_ROW + 1):
        style = page.look(num_format=formats[benchmark[4]], align="right", bottom=4, bottom_color=LINE)
        page.sheet.write_number(row, 2, benchmark[2], style)
        page.sheet.write_number(row, 3, benchmark[3], style)
        page.sheet.set_row(row, 30)
        page.sheet.write_string(row, 4, benchmark[4], page.look(indent=1))
        for column in (5, 7):
            page.sheet.write_string(row, column, str(benchmark[column]), page.look(text_wrap=True, indent=1))
    page.sheet.fit_to_pages(1, 1)
