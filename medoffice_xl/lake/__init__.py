"""The ledger beside a workbook: large tables as a folder of Parquet files, a month a file, with DuckDB over them."""

from medoffice_xl.lake.folder import Lake, Shelved, ledger_file, only_writer_of
from medoffice_xl.lake.making import as_told, folder_told, make_lake, open_lake, open_told, open_whole

__all__ = [
    "Lake",
    "Shelved",
    "as_told",
    "folder_told",
    "ledger_file",
    "make_lake",
    "only_writer_of",
    "open_lake",
    "open_told",
    "open_whole",
]
