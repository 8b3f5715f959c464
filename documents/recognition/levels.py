"""Which level of the outline a label stands on. Each look of a label is a level; the stack of open looks decides."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.reading.text_labels import Label, LabelKind

_RANK = {
    LabelKind.PART: 0, LabelKind.CHAPTER: 1, LabelKind.ITEM: 2, LabelKind.UPPER: 3, LabelKind.ROMAN: 4,
    LabelKind.ARTICLE: 5, LabelKind.ARABIC: 6, LabelKind.DECIMAL: 7, LabelKind.PAREN: 8, LabelKind.LETTER: 9,
    LabelKind.STEP: 10, LabelKind.SUBLETTER: 11, LabelKind.BRACKET: 12,
}  # fmt: skip
_UPPER_LEVELS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.ITEM, LabelKind.UPPER, LabelKind.ROMAN, LabelKind.ARTICLE)


_DEEPEST = 9
"""Levels; no plan has more, and labels that count anew again and again shall not nest without end."""

_EITHER = (LabelKind.UPPER, LabelKind.ROMAN)
"""Looks that stand in either order: "A." over "I." and "I." over "A."."""


@dataclass(frozen=True, slots=True)
class Level:
    """An open level: the look of its labels (DECIMAL with how many numbers) and the last label seen on it."""

    kind: LabelKind
    size: int
    path: tuple[int, ...]


@dataclass(slots=True)
class Levels:
    """The open levels, outermost first."""

    open: list[Level] = field(default_factory=list[Level])

    def place(self, label: Label, *, fresh: bool = False) -> int:
        """Open the level of ``label`` and return how many levels stand above it. fresh: the line before carried the
        last label, so one that counts from 1 again is the first of a list below it."""
        depth = self._depth(label)
        if (
            fresh
            and len(self.open) < _DEEPEST
            and label.number == 1
            and depth == len(self.open) - 1
            and self.open[depth].path[-1] > 1
        ):
            depth += 1 if self.open[depth].kind is label.kind is not LabelKind.ROMAN else 0
        del self.open[depth:]
        self.open.append(Level(label.kind, len(label.path), label.path))
        return depth

    def _depth(self, label: Label) -> int:
        if label.kind is LabelKind.DECIMAL:
            return self._decimal_depth(label)
        same = [n for n, level in enumerate(self.open) if level.kind is label.kind]
        if same:
            return self._among(label, same)
        return self._new_depth(label)

    def _among(self, label: Label, same: list[int]) -> int:
        """Return the open level the label goes on with: the deepest whose next number it is, else the deepest; a
        label that counts from 1 again below another look opens a level of its own."""
        for depth in reversed(same):
            if self.open[depth].path[-1] + 1 == label.number:
                return depth
        deepest = same[-1]
        restarts = label.number == 1 and self.open[deepest].path[-1] >= 1 and deepest < len(self.open) - 1
        below = self.open[-1]
        if (
            len(self.open) < _DEEPEST
            and restarts
            and below.kind in (LabelKind.LETTER, LabelKind.DECIMAL)
            and label.kind is not LabelKind.ROMAN
        ):
            return len(self.open)
        return deepest

    def _new_depth(self, label: Label) -> int:
        """A look not open yet goes below all looks that rank above it; one that begins to count right below an open
        heading stands below that, whatever its rank ("I." over "A.")."""
        rank = _RANK[label.kind]
        if label.number == 1 and label.kind in _EITHER and self.open and self.open[-1].kind in _EITHER:
            return len(self.open)
        for depth, level in enumerate(self.open):
            if _RANK[level.kind] > rank and label.kind in _UPPER_LEVELS:
                return depth
        return len(self.open)

    def _decimal_depth(self, label: Label) -> int:
        size = len(label.path)
        for depth in range(len(self.open) - 1, -1, -1):
            level = self.open[depth]
            if level.kind is LabelKind.DECIMAL and level.size == size:
                return depth
            if level.kind is LabelKind.DECIMAL and level.size < size and label.path[: level.size] == level.path:
                return depth + 1
            if level.kind in _heads_of(label) and level.path[-1] == label.path[0]:
                return depth + 1
        for depth, level in enumerate(self.open):
            if level.kind is LabelKind.DECIMAL and level.size > size:
                return depth
            if level.kind in (LabelKind.LETTER, LabelKind.PAREN):
                return depth
        return len(self.open)


def _heads_of(label: Label) -> tuple[LabelKind, ...]:
    """Return the looks that the first number of a decimal label may name: "II.1" a heading "II.", "2.1" one "2."."""
    return _EITHER if label.shown[:1].isalpha() else (LabelKind.ARABIC,)
