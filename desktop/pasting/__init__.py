"""What Word, Excel and other programs put on the clipboard, as parts of a plan."""

from desktop.pasting.clipboard import pasted_blocks
from desktop.pasting.structure import paste_change, paste_place

__all__ = ["paste_change", "paste_place", "pasted_blocks"]
