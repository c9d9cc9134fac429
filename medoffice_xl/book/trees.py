"""Small parts of a workbook as trees that keep their prefixes, for the few that must be changed and not only read."""

from typing import Any

from lxml import etree

from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

Tree = Any
"""An lxml element."""


def tree(content: bytes, part: str) -> Tree:
    """A part's root element; raises BookError for anything but plain XML without a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BookError(f"The workbook is damaged: {part} is not valid. Restore it from a backup.") from error
    if root.getroottree().docinfo.doctype:
        raise BookError(f"The workbook is damaged: {part} is not valid. Restore it from a backup.")
    return root


def read_tree(package: Package, part: str) -> Tree:
    """A part of the workbook as a tree."""
    return tree(package.read(part), part)


def as_bytes(root: Tree) -> bytes:
    """The tree as a part."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def main(tag: str) -> str:
    """A tag of SpreadsheetML."""
    return f"{{{MAIN}}}{tag}"
