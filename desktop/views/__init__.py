"""The plan's tasks seen another way, edited in place: Phân công, Lộ trình, Độ phủ, Kết quả."""

from __future__ import annotations

from desktop.views.tabs import PlanViews, ViewTabs

__all__ = ["PlanViews", "ViewTabs"]
