"""The words of the whole open plan, at the foot of the editor: find and replace, and what is to be tidied."""

from desktop.searching.pane import SearchPane
from desktop.searching.tidy_pane import TidyPane

__all__ = ["SearchPane", "TidyPane"]
