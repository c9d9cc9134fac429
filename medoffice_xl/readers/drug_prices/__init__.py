"""CMS's quarterly payment limits of Part B drugs, which older files call ASP pricing.

The user downloads the zip from CMS and gives it as it is, or its CSV or XLSX file. The file is read by its
headings, so that the layouts of 2005 to 2026 are the same to us. Source: CMS, “Medicare Part B Drug Average Sales
Price”; a payment limit is 106% of the average sales price (42 CFR 414.904).
"""

from medoffice_xl.readers.drug_prices.archive import KIND, READER, read, recognises

__all__ = ["KIND", "READER", "read", "recognises"]
