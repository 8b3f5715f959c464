"""Effective looks: what a run or paragraph is after its style chain, the document's defaults and its own marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from documents.files import XmlElement
from documents.reading.docx_xml import W, child, number, switch, value
from plans.nodes import Align
from plans.text import Vertical

_ALIGNS: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify",
    "distribute": "justify", "thaiDistribute": "justify", "lowKashida": "justify", "mediumKashida": "justify",
    "highKashida": "justify",
}  # fmt: skip
_MAX_CHAIN = 40  # Word allows eleven; a longer one goes in a circle or is an attack on time
_VERTICALS: dict[str, Vertical] = {"superscript": "super", "subscript": "sub"}


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a run looks like. caps: its letters are shown as capitals; hidden: it is not shown at all;
    font: that of letters beyond ASCII, "" unknown or the theme's."""

    bold: bool = False
    italic: bool = False
    vertical: Vertical = ""
    caps: bool = False
    hidden: bool = False
    font: str = ""


class Styles:
    """The styles part, by style id. An unknown or missing style counts as one that says nothing."""

    def __init__(self, root: XmlElement | None) -> None:
        found: Iterable[XmlElement] = () if root is None else root.iterchildren(W + "style")
        self._styles = {value(style, attribute="styleId") or "": style for style in found}
        self._defaults = {
            value(style, attribute="type") or "": style_id
            for style_id, style in self._styles.items()
            if (value(style, attribute="default") or "0") not in ("0", "false", "off")
        }
        defaults = child(root, "docDefaults")
        self._run_defaults = child(child(defaults, "rPrDefault"), "rPr")
        self._paragraph_defaults = child(child(defaults, "pPrDefault"), "pPr")
        self._chains: dict[str, list[XmlElement]] = {}
        self._looks: dict[tuple[str, ...], RunLook] = {}

    def style_of(self, properties: XmlElement | None) -> str:
        """Return the id of the paragraph style that ``w:pPr`` names, else of the default one, "" for none."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._defaults.get("paragraph", "")

    def name(self, style_id: str) -> str:
        """Return the style's name as Word shows it ("Heading 1", "Normal"), "" unknown."""
        name = value(self._styles.get(style_id), "name") or ""
        return "H" + name[1:] if name.startswith("heading ") else name

    def chain(self, style_id: str) -> list[XmlElement]:
        """Return the style and those it is based on, nearest first."""
        if style_id not in self._chains:
            self._chains[style_id] = list(islice(self._walk(style_id), _MAX_CHAIN))
        return self._chains[style_id]

    def _walk(self, style_id: str | None) -> Iterator[XmlElement]:
        while style_id and style_id in self._styles:
            yield self._styles[style_id]
            style_id = value(self._styles[style_id], "basedOn")

    def paragraph_layers(self, properties: XmlElement | None, style_id: str) -> list[XmlElement]:
        """Return every ``w:pPr`` that speaks for the paragraph, nearest first."""
        styled = [child(style, "pPr") for style in self.chain(style_id)]
        return [layer for layer in (properties, *styled, self._paragraph_defaults) if layer is not None]

    def align(self, layers: list[XmlElement]) -> Align:
        """Return the alignment of a paragraph, "" where nothing is said."""
        return _ALIGNS.get(next((given for layer in layers if (given := value(layer, "jc"))), ""), "")

    def outline(self, layers: list[XmlElement], style_id: str) -> int | None:
        """Return the heading level from 1 of a paragraph, None for body text."""
        for layer in layers:
            level = number(value(layer, "outlineLvl"))
            if level is not None:
                return level + 1 if 0 <= level <= 8 else None
        names = (self.name(value(style, attribute="styleId") or "") for style in self.chain(style_id))
        level = next((number(name[8:]) for name in names if name.startswith("Heading ")), None)
        return level if level and 1 <= level <= 9 else None

    def look(self, properties: XmlElement | None, style_id: str) -> RunLook:
        """Return the look of a run with these ``w:rPr`` in a paragraph of that style."""
        character = value(properties, "rStyle") or ""
        own = () if properties is None else tuple(_said(item) for item in properties)
        key = (style_id, character, *own)
        if key not in self._looks:
            self._looks[key] = self._resolve(properties, style_id, character)
        return self._looks[key]

    def _resolve(self, properties: XmlElement | None, style_id: str, character: str) -> RunLook:
        paragraph = [child(style, "rPr") for style in self.chain(style_id)]
        inline = [child(style, "rPr") for style in self.chain(character)]
        order = [properties, *inline, *paragraph, self._run_defaults]
        return RunLook(
            bold=self._toggle("b", properties, inline, paragraph),
            italic=self._toggle("i", properties, inline, paragraph),
            vertical=_VERTICALS.get(next((v for layer in order if (v := value(layer, "vertAlign"))), ""), ""),
            caps=self._toggle("caps", properties, inline, paragraph),
            hidden=self._toggle("vanish", properties, inline, paragraph),
            font=next((font for layer in order if (font := _font(layer)) is not None), ""),
        )

    def _toggle(
        self,
        name: str,
        own: XmlElement | None,
        inline: list[XmlElement | None],
        paragraph: list[XmlElement | None],
    ) -> bool:
        """Word's toggle properties: the run's own word is final; those of two style chains cancel each other."""
        said = switch(own, name)
        if said is not None:
            return said
        if switch(self._run_defaults, name) and not any(_first(chain, name) is False for chain in (inline, paragraph)):
            return True
        return bool(_first(inline, name)) != bool(_first(paragraph, name))


def _first(layers: list[XmlElement | None], name: str) -> bool | None:
    return next((said for layer in layers if (said := switch(layer, name)) is not None), None)


def _font(properties: XmlElement | None) -> str | None:
    """Return the font that these properties give to Vietnamese letters, "" for one of the theme, None for no word."""
    fonts = child(properties, "rFonts")
    for kind in ("hAnsi", "ascii"):
        if value(fonts, attribute=f"{kind}Theme") is not None:
            return ""
        if found := value(fonts, attribute=kind):
            return found
    return None


def _said(item: XmlElement) -> str:
    return f"{item.tag} {sorted(item.attrib.items())}"
