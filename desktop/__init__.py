"""The window: home list, editor, real pages. The only room that imports PySide6."""
