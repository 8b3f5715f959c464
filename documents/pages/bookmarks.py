"""The hidden bookmark of a node, by which a page tells what stands on it."""

from __future__ import annotations

import re
from hashlib import md5

BOOKMARK_PREFIX = "_kh"

LINK_SCHEME = "kh:"
"""What the address of our links in the layout copy starts with; the bookmark's name follows."""

_HEX_ID = re.compile(r"[0-9a-f]{32}")


def bookmark_of(node_id: str) -> str:
    """Return the name of a node's bookmark: 32 hexadecimal digits, those of the id itself where it is such."""
    if _HEX_ID.fullmatch(node_id):
        return BOOKMARK_PREFIX + node_id
    return BOOKMARK_PREFIX + md5(node_id.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
