"""Effective formatting: what a paragraph or run looks like after defaults, styles, theme and direct formatting.

Order (ECMA-376, 17.7.2): document defaults, table style (its whole, then its parts), numbering level, paragraph style,
character style, direct.
Toggle properties (bold, italic, capitals, hidden) that several style kinds set cancel each other (17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass

from documents.audit.tables import fill_of
from documents.audit.word import MM_PER_TWIP, PT_PER_TWIP, W_VAL, Package, number, on, qn, val, whole
from documents.files import XmlElement

Props = dict[str, str]

_TOGGLES = ("b", "i", "caps", "smallCaps", "vanish", "strike")
_SWITCHES = ("cs", "rtl", "bCs", "iCs")
_W_TYPE = qn("w:type")
_BLACK_THEME = ("text1", "dark1")


@dataclass(frozen=True, kw_only=True)
class RunLook:
    """How a run is printed. font: for ASCII, font_other: for all other characters; size in points; underline,
    highlight, vertical: "" for none; colour: six hex digits, "000000" also for automatic; spacing: points added
    behind each character; stretch: 1.0 for characters of their own width."""

    font: str
    font_other: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    underline: str
    colour: str
    highlight: str
    vertical: str
    spacing: float = 0.0
    stretch: float = 1.0


@dataclass(frozen=True, kw_only=True)
class ParagraphLook:
    """How a paragraph is set. Lengths in mm, spacing in points. line: multiple of single spacing, None where
    ``line_pt`` gives it in points; border: the drawn border below or above, an element or None."""

    align: str
    first_mm: float
    left_mm: float
    right_mm: float
    before_pt: float
    after_pt: float
    line: float | None
    line_pt: float
    contextual: bool
    keep_next: bool
    page_break: bool
    outline: int | None
    border: XmlElement | None


class Cascade:
    """Answers what styles, defaults and theme of one package make of a paragraph or run."""

    def __init__(self, package: Package) -> None:
        root = package.styles
        styles = root.iterfind(qn("w:style")) if root is not None else ()
        self._styles = {style.get(qn("w:styleId"), ""): style for style in styles}
        defaults = root.find(qn("w:docDefaults")) if root is not None else None
        self._run_defaults = _run_props(_inside(defaults, "w:rPrDefault", "w:rPr"))
        self._paragraph_defaults = _paragraph_props(_inside(defaults, "w:pPrDefault", "w:pPr"))
        self._default = {
            kind: style_id
            for style_id, style in self._styles.items()
            for kind in [style.get(qn("w:type"), "")]
            if style.get(qn("w:default")) in ("1", "true", "on")
        }
        self._fonts = _theme_fonts(package.theme)
        self._chains: dict[tuple[str, str], Props] = {}

    def style_id(self, paragraph: XmlElement) -> str:
        """Return the id of a paragraph's style, that of the default style where it names none we know."""
        named = val(paragraph.find(qn("w:pPr")), "w:pStyle")
        return named if named in self._styles else self._default.get("paragraph", "")

    def style_name(self, style_id: str) -> str:
        """Return the name that Word shows for a style."""
        return val(self._styles.get(style_id), "w:name")

    def style_numbering(self, style_id: str) -> tuple[str, str]:
        """Return numbering id and level that a paragraph style brings, "" for none."""
        props = self._chain(style_id, "w:pPr")
        return props.get("numId", ""), props.get("ilvl", "0")

    def run(
        self,
        paragraph_style: str,
        table_style: tuple[str, ...],
        run_props: XmlElement | None,
        level: XmlElement | None = None,
    ) -> RunLook:
        """Return the look of a run with direct properties ``run_props`` in a paragraph of ``paragraph_style``.
        ``table_style``: as of a cell; ``level``: the numbering level whose label it is, None for text."""
        character = val(run_props, "w:rStyle") or self._default.get("character", "")
        styles = (self._chain(style, "w:rPr") for style in (paragraph_style, character))
        levels = [self._of_table(table_style, "w:rPr"), *styles]
        direct = _run_props(run_props) | _run_props(_inside(level, "w:rPr"))
        merged: Props = dict(self._run_defaults)
        for props in (*levels, direct):
            merged.update(props)
        return self._run_look(merged, {name: self._toggle(name, levels, direct) for name in _TOGGLES})

    def _toggle(self, name: str, levels: list[Props], direct: Props) -> bool:
        if name in direct:
            return direct[name] == "1"
        if self._run_defaults.get(name) == "1":
            return True
        return sum(level.get(name) == "1" for level in levels) % 2 == 1

    def _run_look(self, props: Props, toggles: dict[str, bool]) -> RunLook:
        """Return the look; a run marked as complex script is set in that script's font, size and weight."""
        complex_script = "1" in (props.get("cs"), props.get("rtl"))
        font = self._font(props, "csFont" if complex_script else "ascii")
        return RunLook(
            font=font,
            font_other=font if complex_script else self._font(props, "hAnsi") or font,
            size=number(props.get("szCs" if complex_script else "sz"), 20) / 2,
            bold=props.get("bCs") == "1" if complex_script else toggles["b"],
            italic=props.get("iCs") == "1" if complex_script else toggles["i"],
            caps=toggles["caps"],
            hidden=toggles["vanish"],
            underline=props.get("u", ""),
            colour=props.get("color", "000000"),
            highlight=props.get("highlight", ""),
            vertical=props.get("vertAlign", ""),
            spacing=number(props.get("spacing")) * PT_PER_TWIP,
            stretch=number(props.get("w"), 100) / 100,
        )

    def _font(self, props: Props, slot: str) -> str:
        named = props.get(slot, "Times New Roman")
        return self._fonts.get(named.removeprefix("theme:"), "") if named.startswith("theme:") else named

    def paragraph(
        self, paragraph_style: str, table_style: tuple[str, ...], direct: XmlElement | None, level: XmlElement | None
    ) -> ParagraphLook:
        """Return the look of a paragraph; ``level`` is the numbering level that counts it, None for none. A level
        named by the paragraph itself overrides its style, one named by the style does not."""
        own = _paragraph_props(direct)
        numbered = _paragraph_props(level.find(qn("w:pPr"))) if level is not None else {}
        style = self._chain(paragraph_style, "w:pPr")
        order = (style, numbered) if "numId" in own else (numbered, style)
        merged: Props = dict(self._paragraph_defaults)
        for props in (self._of_table(table_style, "w:pPr"), *order, own):
            merged.update(props)
        return _paragraph_look(merged, self._border(paragraph_style, direct))

    def _border(self, style_id: str, direct: XmlElement | None) -> XmlElement | None:
        for holder in (direct, *(s.find(qn("w:pPr")) for s in reversed(self._ancestry(style_id)))):
            borders = holder.find(qn("w:pBdr")) if holder is not None else None
            if borders is not None:
                edges = (borders.find(qn(f"w:{side}")) for side in ("bottom", "top"))
                return next((e for e in edges if e is not None and e.get(W_VAL) not in (None, "nil", "none")), None)
        return None

    def _ancestry(self, style_id: str) -> list[XmlElement]:
        """Return a style and what it is based on, the base first; a ring of styles ends where it closes."""
        found: list[XmlElement] = []
        while (style := self._styles.get(style_id)) is not None and style not in found:
            found.insert(0, style)
            style_id = val(style, "w:basedOn")
        return found

    def table_fill(self, table_style: tuple[str, ...]) -> str:
        """Return the shading that a table style gives a cell, "" for none."""
        found = (holder.find(qn("w:shd")) for holder in self._table_parts(table_style, "w:tcPr"))
        shadings = [shading for shading in found if shading is not None]
        return fill_of(shadings[-1]) if shadings else ""

    def _of_table(self, table_style: tuple[str, ...], part: str) -> Props:
        key = (" ".join(table_style), part)
        if key not in self._chains:
            read = _run_props if part == "w:rPr" else _paragraph_props
            holders = self._table_parts(table_style, part)
            self._chains[key] = {name: value for holder in holders for name, value in read(holder).items()}
        return self._chains[key]

    def _table_parts(self, table_style: tuple[str, ...], part: str) -> list[XmlElement]:
        """Return what a table style says in ``part`` of its whole and of its parts that apply, the strongest last."""
        if not table_style:
            return []
        styles = self._ancestry(table_style[0])
        holders = [style.find(qn(part)) for style in styles]
        for condition in table_style[1:]:
            own = [s for style in styles for s in style.iterfind(qn("w:tblStylePr")) if s.get(_W_TYPE) == condition]
            holders += [s.find(qn(part)) for s in own]
        return [holder for holder in holders if holder is not None]

    def _chain(self, style_id: str, part: str) -> Props:
        key = (style_id, part)
        if key not in self._chains:
            read = _run_props if part == "w:rPr" else _paragraph_props
            self._chains[key] = {
                name: value for style in self._ancestry(style_id) for name, value in read(style.find(qn(part))).items()
            }
        return self._chains[key]


def _inside(holder: XmlElement | None, *names: str) -> XmlElement | None:
    for name in names:
        holder = holder.find(qn(name)) if holder is not None else None
    return holder


def _theme_fonts(theme: XmlElement | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for which in ("major", "minor") if theme is not None else ():
        latin = theme.find(f".//{qn(f'a:{which}Font')}/{qn('a:latin')}") if theme is not None else None
        face = latin.get("typeface", "") if latin is not None else ""
        fonts |= {f"{which}Ascii": face, f"{which}HAnsi": face}
    return fonts


def _run_props(holder: XmlElement | None) -> Props:
    props: Props = {}
    for child in holder if holder is not None else ():
        name = str(child.tag).rpartition("}")[2]
        value = child.get(W_VAL)
        if name in _TOGGLES or name in _SWITCHES:
            props[name] = "1" if on(value) else "0"
        elif name == "rFonts":
            props |= _fonts(child)
        elif name == "color":
            props[name] = _colour(child)
        elif name in ("u", "highlight"):
            props[name] = "" if value in (None, "none") else value
        elif name == "vertAlign":
            props[name] = "" if value in (None, "baseline") else value
        elif name in ("sz", "szCs", "spacing", "w") and value:
            props[name] = value
    return props


def _fonts(fonts: XmlElement) -> Props:
    props: Props = {}
    for slot in ("ascii", "hAnsi"):
        theme, named = fonts.get(qn(f"w:{slot}Theme")), fonts.get(qn(f"w:{slot}"))
        if theme or named:
            props[slot] = f"theme:{theme}" if theme else named or ""
    if fonts.get(qn("w:cs")):
        props["csFont"] = fonts.get(qn("w:cs"), "")
    return props


def _colour(colour: XmlElement) -> str:
    themed = colour.get(qn("w:themeColor"), "")
    if themed in _BLACK_THEME and not (colour.get(qn("w:themeTint")) or colour.get(qn("w:themeShade"))):
        return "000000"
    value = colour.get(W_VAL, "auto")
    return "000000" if value == "auto" else value.upper()


def _paragraph_props(holder: XmlElement | None) -> Props:
    props: Props = {}
    for child in holder if holder is not None else ():
        name = str(child.tag).rpartition("}")[2]
        if name == "ind":
            props |= _indents(child)
        elif name == "spacing":
            props |= {str(k).rpartition("}")[2]: str(v) for k, v in child.attrib.items()}
        elif name == "numPr":
            props |= {"numId": val(child, "w:numId"), "ilvl": val(child, "w:ilvl", "0")}
        elif name in ("jc", "outlineLvl"):
            props[name] = child.get(W_VAL, "")
        elif name in ("contextualSpacing", "keepNext", "pageBreakBefore"):
            props[name] = "1" if on(child.get(W_VAL)) else "0"
    return props


def _indents(indents: XmlElement) -> Props:
    props: Props = {}
    for name, keys in {"left": ("left", "start"), "right": ("right", "end")}.items():
        value = next((v for key in keys if (v := indents.get(qn(f"w:{key}"))) is not None), None)
        if value is not None:
            props[name] = value
    hanging, first = indents.get(qn("w:hanging")), indents.get(qn("w:firstLine"))
    if hanging is not None:
        props["first"] = str(-number(hanging))
    elif first is not None:
        props["first"] = first
    return props


_ALIGN = {"both": "justify", "distribute": "justify", "center": "center", "end": "right", "right": "right"}
"""Values of ``w:jc`` that do not mean left."""


def _paragraph_look(props: Props, border: XmlElement | None) -> ParagraphLook:
    align = props.get("jc", "left")
    rule = props.get("lineRule", "auto")
    line = number(props.get("line"), 240)
    outline = whole(props.get("outlineLvl"), 9)
    return ParagraphLook(
        align=_ALIGN.get(align, "left"),
        first_mm=number(props.get("first")) * MM_PER_TWIP,
        left_mm=number(props.get("left")) * MM_PER_TWIP,
        right_mm=number(props.get("right")) * MM_PER_TWIP,
        before_pt=_space(props, "before"),
        after_pt=_space(props, "after"),
        line=line / 240 if rule == "auto" else None,
        line_pt=line * PT_PER_TWIP,
        contextual=props.get("contextualSpacing") == "1",
        keep_next=props.get("keepNext") == "1",
        page_break=props.get("pageBreakBefore") == "1",
        outline=outline if outline < 9 else None,
        border=border,
    )


def _space(props: Props, side: str) -> float:
    """Return the gap in points; "automatic" is the 14 points of a web page."""
    automatic = props.get(f"{side}Autospacing")
    return 14.0 if automatic is not None and on(automatic) else number(props.get(side)) * PT_PER_TWIP
