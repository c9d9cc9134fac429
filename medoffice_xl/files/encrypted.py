"""Workbooks that Excel has encrypted with a password, decrypted in memory: nothing of them is written anywhere."""

from io import BytesIO

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.workbooks import is_encrypted

__all__ = ["decrypted", "is_encrypted"]


def decrypted(data: bytes, password: str, name: str) -> bytes:
    """The workbook inside. Raises CannotRead where the password is another one, or the file is not as Excel does it."""
    from msoffcrypto import OfficeFile  # noqa: PLC0415  (only who has such a workbook needs it)
    from msoffcrypto.exceptions import InvalidKeyError  # noqa: PLC0415

    plain = BytesIO()
    try:
        file = OfficeFile(BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(plain)
    except InvalidKeyError as error:
        raise CannotRead(f"This is not the password of {name}. Try again; mind capitals.") from error
    except Exception as error:  # a damaged file fails in many ways
        raise CannotRead(
            f"{name} is not encrypted as Excel does it, or is damaged. Open it in Excel and encrypt it there: File, "
            "Info, Protect Workbook, Encrypt with Password."
        ) from error
    return plain.getvalue()
