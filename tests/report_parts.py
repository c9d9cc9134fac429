"""What stands on a report's page, for tests that look at its content."""

from medoffice_xl.pages.blocks import Listing, Note, Verdict
from medoffice_xl.pages.page import Page, every_block


def verdict(page: Page) -> str:
    return next(str(block.words) for block in every_block(page.blocks) if isinstance(block, Verdict))


def lists(page: Page) -> list[Listing]:
    return [block for block in every_block(page.blocks) if isinstance(block, Listing)]


def notes(page: Page) -> list[str]:
    return [str(block.words) for block in every_block(page.blocks) if isinstance(block, Note)]
