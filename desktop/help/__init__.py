"""F1: what the screen one is on is for, and every key, read from the real actions."""

from desktop.help.actions import Help

__all__ = ["Help"]
