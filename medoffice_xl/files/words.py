"""Why the system would not, in words that say what to do."""

import errno

_NOT_YOURS = "access to it is denied. Choose a folder of your own, or ask whoever looks after this computer."
_FULL = "the disk is full. Make room on it, or choose another one."
_HELD = "another program holds it. Close it there and try again."
_NO_FOLDER = "a file stands where a folder should be. Choose another name."
_STRANGE_NAME = "its name has signs that a name cannot have. Choose another one."

_WORDS = {
    "EACCES": _NOT_YOURS,
    "EPERM": _NOT_YOURS,
    "EROFS": "the disk can only be read. Choose a folder on another one.",
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": "there is no room for a file of its size. Make room on the disk, or choose another one.",
    "ENOENT": "the folder or drive is not there. Check its name.",
    "ENOTDIR": _NO_FOLDER,
    "EEXIST": _NO_FOLDER,
    "EISDIR": "a folder stands where the file should be. Choose another name.",
    "ENAMETOOLONG": "its name is too long. Choose a shorter one.",
    "EINVAL": _STRANGE_NAME,
    "EILSEQ": _STRANGE_NAME,
    "ELOOP": "it is a link that leads nowhere. Choose another name.",
    "EBUSY": _HELD,
    "ETXTBSY": _HELD,
    "EIO": "the disk or the way to it fails. Choose another one, and have this one looked at.",
}
_BAD_NAME_ON_WINDOWS = 123


def in_words(error: OSError) -> str:
    """What the system's error means, and what to do.

    >>> in_words(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full. Make room on it, or choose another one.'
    """
    code = errno.errorcode.get(error.errno or 0, "")
    if code == "EINVAL" and getattr(error, "winerror", None) not in (None, _BAD_NAME_ON_WINDOWS):
        code = ""  # Windows has many errors that Python knows by this one number
    return _WORDS.get(code, f"{error.strerror or error}. Choose another place and try again.")
