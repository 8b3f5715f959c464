"""Makes a Word file of a marked plan, in the manner its settings name.

Lines of the plan: ``left || right`` stands side by side (settings ``letterhead`` for the first such group, ``signature``
for the others: table, tabs, boxes or frames); ``| a | b |`` is a table's row (``^`` merged with the cell above, ``<`` with
the one to the left); ``#0 text`` is numbered automatically on level 0 (setting ``numbering``: ``upperRoman:%1.;…``; with
``numbering_in: style`` the style carries the number); ``@landscape`` begins a landscape section; ``@note text`` is the
next footnote's text, its mark is ``{fn}``. Inside a line ``{del:…}``, ``{ins:…}`` are tracked changes, ``{hid:…}`` hidden text.
Settings ``font: .VnTime`` and ``font: VNI-Times`` write the old encodings; ``split: yes`` cuts runs inside words;
``page_numbers: yes`` puts the page's number at its head.
"""

from __future__ import annotations

import re
from itertools import groupby

from tests.corpus.building import legacy
from tests.corpus.building.marks import INLINE, Marked
from tests.corpus.building.word_parts import (
    PORTRAIT,
    STAMP,
    Look,
    Package,
    box,
    cell,
    paragraph,
    run,
    table,
)

INDENTED = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
CENTRE = '<w:jc w:val="center"/>'
_HALVES = (4400, 5600)


class Writer:
    """Writes one plan line by line into a package."""

    def __init__(self, marked: Marked) -> None:
        self.settings = marked.settings
        self.package = Package(font=self.settings.get("font", "Times New Roman"))
        self.package.paged = "page_numbers" in self.settings
        for level in filter(None, self.settings.get("numbering", "").split(";")):
            shape, _, text = level.partition(":")
            self.package.levels.append((shape, text))
        self.lines = marked.text.split("\n")
        heads = [mark for mark in marked.marks if re.fullmatch(r"[TJGF]|h\d", mark.tag)]
        self.bold = _lines_of(self.lines, [(mark.start, mark.end) for mark in heads])
        self.centred = _lines_of(self.lines, [(mark.start, mark.end) for mark in heads if mark.tag in "TJ"])
        self.notes = 0
        self.changes = 0
        self.groups = 0

    def write(self) -> bytes:
        """The Word file."""
        for kind, group in groupby(enumerate(self.lines), lambda pair: _kind(pair[1])):
            numbered = list(group)
            if kind == "sides":
                self._sides([line.split("||") for _, line in numbered])
            elif kind == "row":
                self._table([line for _, line in numbered])
            elif kind == "line":
                for at, line in numbered:
                    self._line(at, line)
        return self.package.write()

    def _line(self, at: int, line: str) -> None:
        if line == "@landscape":
            self.package.body.append(paragraph("", f"<w:sectPr>{PORTRAIT}</w:sectPr>"))
            self.package.landscape = True
        elif line.startswith("@note "):
            self.package.footnotes.append(self._runs(" " + line[6:].strip(), Look()))
        else:
            numbered = re.match(r"#(\d) ", line)
            properties = self._number(int(numbered[1])) if numbered else CENTRE if at in self.centred else INDENTED
            end = self.bold.get(at, 0)
            text = self._runs(line[3 * bool(numbered) : end], Look(bold=True)) if end else ""
            text += self._runs(line[max(end, 3 * bool(numbered)) :], Look())
            self.package.body.append(paragraph(text, properties))

    def _number(self, level: int) -> str:
        if self.settings.get("numbering_in") == "style":
            return f'<w:pStyle w:val="muc{level}"/>'
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'

    def _runs(self, text: str, look: Look) -> str:
        made, at = "", 0
        for hit in INLINE.finditer(text):
            made += self._plain(text[at : hit.start()], look) + self._marked_up(hit, look)
            at = hit.end()
        return made + self._plain(text[at:], look)

    def _marked_up(self, hit: re.Match[str], look: Look) -> str:
        if hit[1]:
            self.notes += 1
            raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            return f'<w:r>{raised}<w:footnoteReference w:id="{self.notes}"/></w:r>'
        self.changes += 1
        if hit[2] == "del":
            return f'<w:del w:id="{900 + self.changes}" {STAMP}>{run(hit[3], look, "delText")}</w:del>'
        if hit[2] == "ins":
            return f'<w:ins w:id="{900 + self.changes}" {STAMP}>{self._plain(hit[3], look)}</w:ins>'
        return run(hit[3], Look(hidden=True))

    def _plain(self, text: str, look: Look) -> str:
        if not text:
            return ""
        if self.settings.get("split") == "yes":
            pieces = [text[at : at + 5] for at in range(0, len(text), 5)]
            return "".join(run(piece, Look(look.bold, look.italic, small=look.small)) for piece in pieces)
        font = self.settings.get("font", "")
        if font.startswith(".Vn"):
            capitals = text.upper() == text and any(map(str.isalpha, text))
            return run(
                legacy.tcvn3(text.lower() if capitals else text),
                Look(look.bold, font=font + "H" * capitals, small=look.small),
            )
        return (
            run(legacy.vni(text), Look(look.bold, font=font, small=look.small))
            if font.startswith("VNI")
            else run(text, look)
        )

    def _sides(self, pairs: list[list[str]]) -> None:
        manner = self.settings.get("signature" if self.groups else "letterhead", "table")
        self.groups += 1
        columns = ["".join(self._side(pair[side]) for pair in pairs if pair[side].strip()) for side in (0, 1)]
        made = {
            "table": lambda: table(
                [f"<w:tr>{cell(columns[0], _HALVES[0])}{cell(columns[1], _HALVES[1])}</w:tr>"],
                list(_HALVES),
                borders=False,
            ),
            "tabs": lambda: "".join(paragraph(self._runs(_tabbed(pair), Look(small=True)), _TAB) for pair in pairs),
            "boxes": lambda: paragraph(box(columns[0], 0, 1) + box(columns[1], 3000000, 2)),
            "frames": lambda: columns[0].replace("<w:pPr>", f"<w:pPr>{_FRAME}") + columns[1],
        }[manner]()
        self.package.body.append(made)

    def _side(self, text: str) -> str:
        return paragraph(self._runs(text.strip(), Look(bold=text.isupper(), small=True)), CENTRE)

    def _table(self, lines: list[str]) -> None:
        rows = [[piece.strip() for piece in line.strip().strip("|").split("|")] for line in lines]
        count = max(map(len, rows))
        widths = [9400 // count] * count
        self.package.body.append(table([self._row(rows, at, widths) for at in range(len(rows))], widths, borders=True))

    def _row(self, rows: list[list[str]], at: int, widths: list[int]) -> str:
        made, column = "", 0
        while column < len(rows[at]):
            span = 1
            while column + span < len(rows[at]) and rows[at][column + span] == "<":
                span += 1
            text = rows[at][column]
            below = at + 1 < len(rows) and column < len(rows[at + 1]) and rows[at + 1][column] == "^"
            properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            properties += "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' if below else ""
            content = "" if text == "^" else paragraph(self._runs(text, Look(bold=at == 0)))
            made += cell(content, sum(widths[column : column + span]), properties)
            column += span
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if at == 0 else ''}{made}</w:tr>"


_TAB = '<w:tabs><w:tab w:val="left" w:pos="5100"/></w:tabs>'
_FRAME = '<w:framePr w:w="4200" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>'


def _tabbed(pair: list[str]) -> str:
    return f"{pair[0].strip()}\t{pair[1].strip()}"


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if "||" in line:
        return "sides"
    return "row" if line.startswith("| ") else "line"


def _lines_of(lines: list[str], spans: list[tuple[int, int]]) -> dict[int, int]:
    """Which lines those spans touch, and where in each line the last of them ends."""
    found, at = dict[int, int](), 0
    for number, line in enumerate(lines):
        ends = [min(end - at, len(line)) for start, end in spans if start <= at + len(line) and end > at]
        if ends:
            found[number] = max(ends)
        at += len(line) + 1
    return found
