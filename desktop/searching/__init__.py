"""Find and replace throughout the open plan, at the foot of the editor."""

from desktop.searching.pane import SearchPane

__all__ = ["SearchPane"]
