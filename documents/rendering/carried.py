"""The plan a DOCX carries: a custom XML part with the codec's JSON of what is printed, never the clerk's notes.

``customXml/item1.xml`` has one element ``plan`` in namespace ``urn:kehoach:plan:1`` whose text is that JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from documents.rendering import wml
from plans import codec
from plans.nodes import Part
from plans.plan import PART_NAMES, Plan

NAMESPACE = "urn:kehoach:plan:1"
ITEM, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STORE_ID = "{6B1E3C52-7D0A-4F6E-9A44-30202ED0A001}"

_PROPERTIES = (
    f'{_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{_STORE_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_ITEM_RELATIONSHIPS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def carried_parts(plan: Plan) -> dict[str, Iterable[str]]:
    """Return the custom XML parts by name, the long one piece by piece."""
    return {ITEM: _item(plan), PROPERTIES: [_PROPERTIES], "customXml/_rels/item1.xml.rels": [_ITEM_RELATIONSHIPS]}


def _item(plan: Plan) -> Iterator[str]:
    """Yield the plan's JSON, ``codec.dump`` of it, one node of each container at a time."""
    bare = {name: Part(id=name, child_labels=part.child_labels) for name, part in _containers(plan)}
    head = _text(codec.dump(replace(plan, **bare)))
    yield f'{_HEAD}<plan xmlns="{NAMESPACE}">{head[:-1]}'
    for name, part in _containers(plan):
        opening = f',"{name}":['
        for child in part.children:
            yield opening + _text(codec.dump_node(child))
            opening = ","
        if part.children:
            yield "]"
    yield "}</plan>"


def _containers(plan: Plan) -> list[tuple[str, Part]]:
    return list(zip(PART_NAMES, plan.parts, strict=True))


def with_content_type(content_types: str) -> str:
    """Return ``[Content_Types].xml`` with the carried part's properties named."""
    row = f'<Override PartName="/{PROPERTIES}" ContentType="{_PROPERTIES_TYPE}"/>'
    return content_types.replace("</Types>", f"{row}</Types>")


def with_relationship(relationships: str) -> str:
    """Return the document's relationships with the carried part named."""
    row = f'<Relationship Id="rIdPlan" Type="{_OFFICE}/customXml" Target="../{ITEM}"/>'
    return relationships.replace("</Relationships>", f"{row}</Relationships>")


def _text(values: dict[str, Any]) -> str:
    """Return JSON values without notes, as the text of an element."""
    content = _JSON.encode(values)
    if '"note":' in content:
        content = _JSON.encode(_printed(values))
    content = content if content.isprintable() else wml.clean(content)
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _printed(value: Any) -> Any:
    """Return JSON values without the notes that do not print."""
    if isinstance(value, dict):
        items = cast("dict[str, Any]", value).items()
        return {key: item if isinstance(item, str) else _printed(item) for key, item in items if key != "note"}
    if isinstance(value, list):
        return [item if isinstance(item, str) else _printed(item) for item in cast("list[Any]", value)]
    return value
