"""A plan as plain JSON values and back: the form in packages and in the part a DOCX carries.

Version 1. Defaults are left out, keys keep the order of the dataclasses, so equal plans give equal text. A rich text
of one plain span is a string, else a list of spans.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from enum import StrEnum
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from plans.errors import Rejection, Trouble
from plans.fields import field_types
from plans.nodes import NODE_KINDS, LabelStyle, Node
from plans.plan import PART_NAMES, PLAN_ID, Plan
from plans.profile import check_profile
from plans.text import RichText, Span, nfc

VERSION = 1

T = TypeVar("T")


def dump(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON values with ``version`` first."""
    return (
        {"version": VERSION, **_fields(plan)}
        | {
            name: [_value(child) for child in part.children]
            for name, part in zip(PART_NAMES, plan.parts, strict=True)
            if part.children
        }
        | _part_styles(plan)
    )


def dumps(plan: Plan) -> str:
    """Return the plan as JSON text, the same text for equal plans."""
    return json.dumps(dump(plan), ensure_ascii=False, indent=1)


def fingerprint(plan: Plan) -> str:
    """Return what tells this state of the plan from any other: the SHA-256 of its text, in hex."""
    return hashlib.sha256(dumps(plan).encode()).hexdigest()


def load(data: dict[str, Any]) -> Plan:
    """Return the plan of ``dump``'s values.

    Raises Trouble "plan-newer" when the version is above ours, "plan-damaged" when the values make no plan.
    """
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Trouble("plan-newer", version=version)
    try:
        _checked(int, version)
        plan = _plan(data)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError, Rejection) as error:
        raise Trouble("plan-damaged", reason=str(error)) from error
    return plan


def _plan(data: dict[str, Any]) -> Plan:
    plan = _object(Plan, {k: v for k, v in data.items() if k not in (*PART_NAMES, "version", "part_labels")})
    for name, part in zip(PART_NAMES, plan.parts, strict=True):
        part.children = [load_node(child) for child in _list(data.get(name, []))]
    for name, style in _dict(data.get("part_labels", {})).items():
        plan.parts[PART_NAMES.index(name)].child_labels = LabelStyle(style)
    ids = [node.id for node in plan.walk()]
    if len({*ids, *PART_NAMES, PLAN_ID}) < len(ids) + len(PART_NAMES) + 1:
        raise ValueError("ids are not unique")
    check_profile(plan.profile)
    return plan


def loads(text: str) -> Plan:
    """Return the plan of ``dumps``'s text. Raises Trouble as ``load`` does."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Trouble("plan-damaged", reason=str(error)) from error
    if not isinstance(data, dict):
        raise Trouble("plan-damaged", reason="not an object")
    return load(cast("dict[str, Any]", data))


def dump_node(node: Node) -> dict[str, Any]:
    """Return one node with all below it as JSON values."""
    return {"kind": node.kind, **_fields(node)}


def load_node(data: dict[str, Any]) -> Node:
    """Return the node of ``dump_node``'s values; TypeError, ValueError or KeyError where they make none."""
    children = [load_node(child) for child in _list(data.get("children", []))]
    node = _object(NODE_KINDS[data["kind"]], {k: v for k, v in data.items() if k not in ("kind", "children")})
    node.children = children
    return node


def dump_record(value: Any) -> dict[str, Any]:
    """Return a dataclass of plain facts (``plans.agency.Agency``) as JSON values, defaults left out."""
    return _fields(value)


def load_record(cls: type[T], data: dict[str, Any]) -> T:
    """Return the record of ``dump_record``'s values. Raises Trouble "plan-damaged" where they make none."""
    try:
        return _object(cls, _dict(data))
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise Trouble("plan-damaged", reason=str(error)) from error


def _part_styles(plan: Plan) -> dict[str, Any]:
    styles = {p.id: p.child_labels.value for p in plan.parts if p.child_labels}
    return {"part_labels": styles} if styles else {}


def _fields(owner: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, default in _defaults(owner.__class__):
        value = getattr(owner, name)
        if value is default:
            continue
        kind = value.__class__
        if value.spans if kind is RichText else value != default:  # the empty text is the only default of texts
            found[name] = value if kind is str else _value(value)
    return found


@cache
def _defaults(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return name and default of each field, worked out once a class, without the parts of a plan; defaults are
    compared, never given out."""
    fields = [field for field in dataclasses.fields(cls) if cls is not Plan or field.name not in PART_NAMES]
    return tuple((field.name, _default(field)) for field in fields)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else dataclasses.MISSING


def _value(value: Any) -> Any:
    """Return a field's value as JSON values; the commonest types first, since a plan holds thousands."""
    kind = value.__class__
    if kind in _AS_THEY_ARE:
        return value
    if kind is RichText:
        return _rich(value)
    if isinstance(value, Node):
        return dump_node(value)
    if kind is list or kind is tuple:
        items: list[Any] = value
        return [_value(item) for item in items]
    if isinstance(value, StrEnum):
        return value.value
    if kind is dict:
        return {key: _value(item) for key, item in cast("dict[str, Any]", value).items()}
    return _fields(value) if dataclasses.is_dataclass(value) else value


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def _rich(text: RichText) -> Any:
    if not text.spans:
        return ""
    only = text.spans[0]
    if len(text.spans) == 1 and not (only.bold or only.italic or only.vertical or only.footnote):
        return only.text
    return [_fields(span) for span in text.spans]


def _object(cls: type[T], data: dict[str, Any]) -> T:
    hints = field_types(cls)
    unknown = data.keys() - hints.keys()
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)} for {cls.__name__}")
    return cls(**{name: _parse(hints[name], value) for name, value in data.items()})


def _parse(hint: Any, value: Any) -> Any:
    if hint is RichText:
        return _parse_rich(value)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (list, tuple):
        items = [_parse(args[0], item) for item in _list(value)]
        return items if origin is list else tuple(items)
    if origin is dict:
        return {nfc(key): _parse(args[1], item) for key, item in _dict(value).items()}
    if type(None) in args:
        return None if value is None else _parse(args[0], value)
    if origin is Literal:
        if value not in args:
            raise ValueError(f"{value!r} is none of {args}")
        return value
    return _parse_class(hint, value)


def _list(value: Any) -> list[Any]:
    return cast("list[Any]", _checked(list, value))


def _dict(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", _checked(dict, value))


def _checked(cls: type[T], value: Any) -> T:
    if not isinstance(value, cls) or (cls is int and isinstance(value, bool)):
        raise ValueError(f"{value!r} is no {cls.__name__}")
    return value


def _parse_class(cls: type[Any], value: Any) -> Any:
    if issubclass(cls, StrEnum):
        return cls(value)
    if dataclasses.is_dataclass(cls):
        return _object(cls, _dict(value))
    if cls is float and isinstance(value, int):
        return float(value)
    return nfc(_checked(str, value)) if cls is str else _checked(cls, value)


def _parse_rich(value: Any) -> RichText:
    if isinstance(value, str):
        return RichText.of(value)
    return RichText.join(_object(Span, _dict(item)) for item in _list(value))


__all__ = [
    "VERSION",
    "dump",
    "dump_node",
    "dump_record",
    "dumps",
    "load",
    "load_node",
    "load_record",
    "loads",
]
