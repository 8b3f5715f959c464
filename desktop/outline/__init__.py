"""The outline ("Dàn ý"): the plan's tree, with the clerk's moves on it."""

from __future__ import annotations

from desktop.outline.model import OutlineModel
from desktop.outline.pane import OutlinePane

__all__ = ["OutlineModel", "OutlinePane"]
