"""What is drawn on a page beside text: how much of it pictures cover, and the straight rules of tables."""

from __future__ import annotations

# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false
import ctypes
import math
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from documents.reading.pdf.shapes import Rule
from documents.reading.pdf.turning import Place

MAX_RULES = 20_000
"""Of a page; a drawing with more is no table."""

_MAX_SEGMENTS = 400
_MAX_DEPTH = 4
_THIN = 2.5
_SHORTEST = 4.0
_LEAST_PICTURE = 8.0
"""Points; smaller pictures are dots of an ornament."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
Points = list[tuple[float, float]]


def pictures_and_rules(page: pypdfium2.PdfPage, place: Place) -> tuple[list[float], list[Rule]]:
    """Return the share of the page that each picture covers, and the rules."""
    width, height = page.get_size()
    pictures: list[float] = []
    rules: list[Rule] = []
    for shown, matrix in _objects(page):
        kind = raw.FPDFPageObj_GetType(shown)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            wide, high = _extent(shown, matrix)
            if min(wide, high) >= _LEAST_PICTURE:
                pictures.append(min(1.0, wide * high / max(1.0, width * height)))
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(rules) < MAX_RULES:
            for points, closed in _outlines(shown, matrix):
                rules += _rules([place(*point) for point in points], closed=closed, stroked=_is_stroked(shown))
    return pictures, rules


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[object, Matrix]]:
    for at in range(raw.FPDFPage_CountObjects(page)):
        yield from _flat(raw.FPDFPage_GetObject(page, at), _SAME, 0)


def _flat(shown: object, outer: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    if not shown:
        return
    if raw.FPDFPageObj_GetType(shown) != raw.FPDF_PAGEOBJ_FORM:
        yield shown, outer
    elif depth < _MAX_DEPTH:
        inner = _times(_matrix(shown), outer)
        for at in range(raw.FPDFFormObj_CountObjects(shown)):
            yield from _flat(raw.FPDFFormObj_GetObject(shown, at), inner, depth + 1)


def _matrix(shown: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(shown, found):
        return _SAME
    values = (found.a, found.b, found.c, found.d, found.e, found.f)
    return values if all(math.isfinite(value) and abs(value) < 1e6 for value in values) else _SAME


def _times(one: Matrix, two: Matrix) -> Matrix:
    """Return the matrix that does ``one``, then ``two``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _extent(shown: object, outer: Matrix) -> tuple[float, float]:
    a, b, c, d, _, _ = _times(_matrix(shown), outer)
    return math.hypot(a, b), math.hypot(c, d)


def _is_stroked(shown: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shown, fill, stroke)
    return bool(stroke.value)


def _outlines(shown: object, outer: Matrix) -> Iterator[tuple[Points, bool]]:
    """Yield the parts of a path, each with whether it is closed; one with a curve is none."""
    matrix = _times(_matrix(shown), outer)
    count = raw.FPDFPath_CountSegments(shown)
    if not 0 < count <= _MAX_SEGMENTS:
        return
    points: Points = []
    curved = closed = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(shown, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if points and not curved:
                yield points, closed
            points, curved, closed = [], False, False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
        if math.isfinite(x.value) and math.isfinite(y.value) and abs(x.value) + abs(y.value) < 1e6:
            points.append(_moved(x.value, y.value, matrix))
    if points and not curved:
        yield points, closed


def _rules(points: Points, *, closed: bool, stroked: bool) -> Iterator[Rule]:
    """Yield the rules of one outline: a thin one is a rule itself, the sides of a drawn one are rules."""
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
        middle = (y0 + y1) / 2
        yield Rule(x0, middle, x1, middle)
    elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
        middle = (x0 + x1) / 2
        yield Rule(middle, y0, middle, y1)
    elif stroked:
        ends = [*points[1:], points[0]] if closed else points[1:]
        for one, other in zip(points, ends, strict=False):
            yield from _side(one, other)


def _side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    x0, x1 = sorted((one[0], other[0]))
    y0, y1 = sorted((one[1], other[1]))
    if y1 - y0 <= 1 and x1 - x0 >= _SHORTEST:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= 1 and y1 - y0 >= _SHORTEST:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
