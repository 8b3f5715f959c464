"""The two kinds of expected failure: rejections and troubles. Anything else is a bug."""

from __future__ import annotations


class Rejection(Exception):
    """The domain says no, before anything has changed.

    Attributes:
        code: a short stable name ("unknown-node", "cannot-hold", …).
        data: what the sentence needs, by name.
    """

    def __init__(self, code: str, **data: object) -> None:
        self.code = code
        self.data = data
        super().__init__(f"{code} {data}")


class Trouble(Exception):
    """The world failed: a disk, a file, a locked database, a broken template.

    ``code`` is turned into one plain sentence (which file, why, what to do) by ``resources.messages``;
    ``data`` carries what the sentence names, usually ``path``.
    """

    def __init__(self, code: str, **data: object) -> None:
        self.code = code
        self.data = data
        super().__init__(f"{code} {data}")
