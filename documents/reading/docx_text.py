"""The words of one paragraph as Word shows them: looks, fields' results, revisions taken, everything else reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from documents.files import XmlElement
from documents.reading.blocks import LeftOut
from documents.reading.docx_graphics import graphics_in
from documents.reading.docx_styles import RunLook, Styles
from documents.reading.docx_symbols import readable, symbol
from documents.reading.docx_xml import MC, M, W, below, branch, child, is_word, local, switch, value
from documents.reading.legacy_text import Legacy, font_encoding, from_font, recovered
from plans.text import RichText, Span
from resources.texts import gettext as _

NOTE_KINDS = {"footnoteReference": "fn", "endnoteReference": "en"}
"""Elements that mark a note and what the note's id starts with."""

_THROUGH = frozenset(
    {"hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "bdo", "dir", "sdtContent", "ruby", "rubyBase"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What a paragraph says, and the contents of the text boxes anchored in it."""

    text: RichText
    boxes: tuple[XmlElement, ...] = ()


class TextReader:
    """Reads paragraphs one by one. ``notes``: ids of the notes there are; ``marked`` fills with those met,
    ``converted`` with how many runs came from an old encoding."""

    def __init__(self, styles: Styles, notes: Container[str], left_out: list[LeftOut]) -> None:
        self._styles = styles
        self._notes = notes
        self._left_out = left_out
        self.marked: list[str] = []
        self.converted: Counter[Legacy] = Counter()
        self._handlers: dict[str, Callable[[XmlElement, RunLook, _Draft], None]] = {
            "sym": self._symbol,
            "sdt": self._control,
            "fldChar": self._field,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "del": self._deleted,
            "moveFrom": self._moved,
            "drawing": self._graphic,
            "pict": self._graphic,
            "object": self._graphic,
        }

    def read(self, paragraph: XmlElement, style_id: str) -> Typed:
        """Return the words of ``paragraph``, whose style is ``style_id``."""
        draft = _Draft(style_id)
        self._all(paragraph, RunLook(), draft)
        hidden = "".join(draft.hidden).strip()
        if hidden:
            self._leave_out("hidden", hidden, _("Chữ ẩn, Word không in ra."))
        return Typed(RichText.join(draft.spans), tuple(draft.boxes))

    def _all(self, element: XmlElement, look: RunLook, draft: _Draft) -> None:
        for item in element:
            if item.tag == MC + "AlternateContent":
                chosen = branch(item)
                if chosen is not None:
                    self._all(chosen, look, draft)
            elif item.tag == M + "t":
                draft.add(item.text or "", look)
            elif item.tag.startswith(M):
                self._all(item, look, draft)
            elif is_word(item):
                self._one(item, look, draft)

    def _one(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        name = local(item)
        if name == "r":
            draft.own_mark = False
            self._all(item, self._styles.look(child(item, "rPr"), draft.style_id), draft)
        elif name in _THROUGH:
            self._all(item, look, draft)
        elif name == "t":
            draft.add(self._legible(item.text or "", look.font), look)
        elif name == "softHyphen":
            draft.add(self._legible("\u00ad", look.font), look)
        elif name in _SIGNS:
            draft.add(_SIGNS[name], look)
        elif name in self._handlers:
            self._handlers[name](item, look, draft)

    def _symbol(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        try:
            code = int(value(item, attribute="char") or "0", 16)
        except ValueError:
            code = 0
        font = value(item, attribute="font") or ""
        draft.add(self._legible(chr(code & 0xFF), font) if font_encoding(font) else symbol(code, font), look)

    def _legible(self, text: str, font: str) -> str:
        """Return typed text as a plan holds it; that of an old font is converted and counted."""
        if font_encoding(font) is not None:
            text, encoding = from_font(text, font)
            if encoding is not None:
                self.converted[encoding] += 1
        return readable(text, font)

    def _control(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        content = child(item, "sdtContent")
        if content is None:
            return
        if switch(child(item, "sdtPr"), "showingPlcHdr"):
            self._leave_out("placeholder", words(content), _("Lời nhắc điền của ô nhập trong Word."))
        else:
            self._all(content, look, draft)

    def _field(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        match value(item, attribute="fldCharType"):
            case "begin":
                draft.fields.append(True)
            case "separate" if draft.fields:
                draft.fields[-1] = False
            case "end" if draft.fields:
                draft.fields.pop()
            case _:
                pass

    def _note(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        note = NOTE_KINDS[local(item)] + (value(item, attribute="id") or "")
        if note in self._notes and not look.hidden:
            draft.spans.append(Span(footnote=note))
            draft.own_mark = (value(item, attribute="customMarkFollows") or "0") in ("1", "true", "on")
            self.marked.append(note)

    def _deleted(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        self._leave_out("deletion", words(item), _("Đã xóa khi sửa có theo dõi (track changes)."))

    def _moved(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        self._leave_out("moved", words(item), _("Đã chuyển sang chỗ khác khi sửa có theo dõi (track changes)."))

    def _graphic(self, item: XmlElement, look: RunLook, draft: _Draft) -> None:
        draft.boxes += below(item, W + "txbxContent")
        self._left_out += graphics_in(item)

    def _leave_out(self, kind: str, text: str, reason: str) -> None:
        if text:
            self._left_out.append(LeftOut(kind=kind, text=text, reason=reason))


@dataclass(slots=True)
class _Draft:
    """A paragraph being read. fields: one entry an open field, True while inside its instruction; own_mark: the rest
    of the run is the sign typed for a note."""

    style_id: str
    spans: list[Span] = field(default_factory=list[Span])
    boxes: list[XmlElement] = field(default_factory=list[XmlElement])
    hidden: list[str] = field(default_factory=list[str])
    fields: list[bool] = field(default_factory=list[bool])
    own_mark: bool = False

    def add(self, text: str, look: RunLook) -> None:
        """Add ``text`` where it is shown."""
        if any(self.fields) or self.own_mark:
            return
        if look.hidden:
            self.hidden.append(text)
            return
        shown = text.upper() if look.caps else text
        self.spans.append(Span(shown, look.bold, look.italic, look.vertical))


def words(element: XmlElement) -> str:
    """Return all characters below ``element``, deleted ones too, paragraphs parted by a line break."""
    pieces: list[str] = []
    for item in element.iter(W + "t", W + "delText", W + "p", W + "tab"):
        name = local(item)
        pieces.append({"p": "\n", "tab": "\t"}.get(name, item.text or ""))
    return readable_lines(recovered("".join(pieces))[0])


def readable_lines(text: str) -> str:
    """Return ``text`` line by line as a plan holds it, without empty lines."""
    lines = (readable(line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
