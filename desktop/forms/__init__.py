"""The form of the selected node: fields declared as data, edits as changes after a burst."""

from __future__ import annotations

from desktop.forms.node_form import NodeForm

__all__ = ["NodeForm"]
