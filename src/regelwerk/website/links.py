"""The files of a site in; every link in them that leads nowhere, and every identifier given twice, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link) [^>]*?href="([^"]*)"')
_ID = re.compile(r'<[a-z0-9]+ [^>]*?id="([^"]*)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:")


def broken_links(files: Mapping[str, bytes], others: Collection[str]) -> Iterator[str]:
    """What is wrong with the pages among the files. `others`: files of the site that are not looked into."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    ids = {path: Counter(map(unescape, _ID.findall(page))) for path, page in pages.items()}
    for path, page in pages.items():
        yield from (f"{path}: #{name} ×{count}" for name, count in ids[path].items() if count > 1)
        for address in dict.fromkeys(map(unescape, _LINK.findall(page))):
            if not _OUTSIDE.match(address) and not _leads_somewhere(path, address, files, ids, others):
                yield f"{path}: {address}"


def _leads_somewhere(
    path: str, address: str, files: Mapping[str, bytes], ids: Mapping[str, Collection[str]], others: Collection[str]
) -> bool:
    place, _sign, anchor = address.partition("#")
    target = normpath(join(dirname(path), unquote(place))) if place else path
    if target in others:
        return True
    return target in files and (not anchor or unquote(anchor) in ids.get(target, ()))
