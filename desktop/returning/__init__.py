"""The leader's Word file returned: what was changed in it, taken into the open plan change by change."""

from desktop.returning.pane import ReturnPane

__all__ = ["ReturnPane"]
