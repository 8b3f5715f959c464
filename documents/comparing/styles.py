"""Styles that look otherwise in the old document: Word tracks which style a paragraph has, not what a style looks like.

So the old form of such a style stands beside the new one under a name of its own, and what was in it has its style
tracked: rejecting all gives the old looks back.
"""

from __future__ import annotations

import copy

from lxml import etree

from documents.files import XmlElement
from documents.reading.docx_xml import W, child, value
from resources.texts import gettext as _

_USED_BY = ("pStyle", "rStyle", "tblStyle")
_NAMED_IN = ("basedOn", "next", "link")


def keep_old_styles(old: XmlElement, new: XmlElement) -> dict[str, str]:
    """Add to the styles ``new`` (the part's root, changed in place) those of ``old`` that look otherwise there.

    Returns the ids that the old document's contents must use instead, by their own; {} where all look the same.
    """
    before, after = _by_id(old), _by_id(new)
    names = {name: _free(f"{name}Old", after) for name in _differing(before, after)}
    for name, own in names.items():
        style = copy.deepcopy(before[name])
        style.set(W + "styleId", own)
        if W + "default" in style.attrib:
            del style.attrib[W + "default"]
        title = child(style, "name")
        if title is not None:
            title.set(W + "val", _("{style} (bản cũ)").format(style=value(title) or name))
        for named in (child(style, tag) for tag in _NAMED_IN):
            if named is not None:
                named.set(W + "val", names.get(value(named) or "", value(named) or ""))
        new.append(style)
    return names


def use_styles(root: XmlElement, names: dict[str, str], default: str) -> None:
    """Let what stands below ``root`` use the styles in ``names`` instead of its own; ``default``: the id of the
    paragraph style that paragraphs without one have."""
    for tag in _USED_BY:
        for used in root.iter(W + tag):
            used.set(W + "val", names.get(value(used) or "", value(used) or ""))
    if default in names:
        for paragraph in root.iter(W + "p"):
            _give_style(paragraph, names[default])


def default_style(styles: XmlElement) -> str:
    """Return the id of the default paragraph style, "" where there is none."""
    found = (s for s in styles.iter(W + "style") if value(s, attribute="default") in ("1", "true"))
    return next((value(s, attribute="styleId") or "" for s in found if value(s, attribute="type") == "paragraph"), "")


def _give_style(paragraph: XmlElement, name: str) -> None:
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    if child(properties, "pStyle") is None:
        style = etree.Element(W + "pStyle")
        style.set(W + "val", name)
        properties.insert(0, style)


def _by_id(styles: XmlElement) -> dict[str, XmlElement]:
    return {value(style, attribute="styleId") or "": style for style in styles.iter(W + "style")}


def _differing(before: dict[str, XmlElement], after: dict[str, XmlElement]) -> list[str]:
    """Return the ids of the old styles that are otherwise now, or rest on one that is."""
    found = {name for name, style in before.items() if name not in after or _form(style) != _form(after[name])}
    grown = True
    while grown:
        resting = {name for name, style in before.items() if value(style, "basedOn") in found}
        grown = not resting <= found
        found |= resting
    return [name for name in before if name in found]


def _form(style: XmlElement) -> bytes:
    return etree.tostring(style, method="c14n", exclusive=True)


def _free(name: str, taken: dict[str, XmlElement]) -> str:
    while name in taken:
        name += "x"
    return name
