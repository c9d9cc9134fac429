"""What parsers raise at bytes that are no plain XML."""

from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from defusedxml.common import DefusedXmlException

NOT_XML = (ParseError, ExpatError, DefusedXmlException, LookupError, ValueError)
"""LookupError and ValueError are raised at an alphabet that nobody knows, or that the parser cannot take."""
