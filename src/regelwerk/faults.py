"""What the system refused in; why, in words for people, out. The system's own words are in a language of its choice."""

from __future__ import annotations

import errno

from .messages import _


def reason(error: OSError) -> str:
    """Why a file, a folder or a port cannot be used; in the system's own words where its reason was not foreseen."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return _("the system does not permit it")
        case errno.EROFS:
            return _("nothing can be written on this disk")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full")
        case errno.ENOENT:
            return _("there is no such file or folder")
        case errno.ENOTDIR | errno.EEXIST:
            return _("a file is where a folder should be")
        case errno.EISDIR:
            return _("it is a folder, not a file")
        case errno.ENAMETOOLONG:
            return _("the name is too long")
        case errno.EADDRINUSE:
            return _("another program is using it")
        case _:
            return error.strerror or str(error)
