"""What a node's form still has to be completed with, in one sentence; asked for one node at a time. No Qt."""

from __future__ import annotations

from plans.nodes import Appendix, Assignment, Bullet, LabelLine, LegalBasis, Node, Paragraph, Section, Target, Task
from resources.texts import gettext as _


def missing(node: Node) -> str:
    """Return what is missing in the node itself (not below it), "" where nothing is."""
    match node:
        case Section() | Appendix() if not node.title.plain.strip():
            return _("Chưa có tiêu đề.")
        case Task():
            return _missing_in_task(node)
        case Assignment() if not node.unit.strip():
            return _("Chưa ghi đơn vị.")
        case Paragraph() | Bullet() | LabelLine() | Target() | LegalBasis() if not node.text.plain.strip():
            return _("Chưa có lời văn.")
        case _:
            return ""


def _missing_in_task(task: Task) -> str:
    if not task.title.plain.strip():
        return _("Chưa có tên nhiệm vụ.")
    match (bool(task.lead), bool(task.deadline.strip())):
        case (False, False):
            return _("Chưa có đơn vị chủ trì và thời gian hoàn thành.")
        case (False, True):
            return _("Chưa có đơn vị chủ trì.")
        case (True, False):
            return _("Chưa có thời gian hoàn thành.")
        case _:
            return ""
