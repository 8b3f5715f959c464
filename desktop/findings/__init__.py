"""What the open plan still lacks: kept up to date in the background of typing, told as a list, jumped to, cured."""

from desktop.findings.pane import FindingsPane
from desktop.findings.watch import FindingsWatch

__all__ = ["FindingsPane", "FindingsWatch"]
