"""What the fields of the model are declared to hold: types looked up once, values checked and brought to NFC."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from plans.text import RichText, nfc


@cache
def field_types(owner: type[Any]) -> dict[str, Any]:
    """Return the declared type of each field of a dataclass, by name."""
    hints = get_type_hints(owner)
    return {f.name: hints[f.name] for f in fields(owner)}


def fits(value: object, declared: Any) -> bool:
    """Say whether ``value`` is of the ``declared`` type, down to the items of lists and the fields of records."""
    origin, args = get_origin(declared), get_args(declared)
    if origin in (Union, UnionType):
        return any(fits(value, option) for option in args)
    if origin is Literal:
        return isinstance(value, str) and value in args
    if origin is dict:
        return isinstance(value, dict) and all(
            fits(key, args[0]) and fits(item, args[1]) for key, item in cast("dict[object, object]", value).items()
        )
    if origin in (list, tuple):
        return isinstance(value, origin) and all(fits(item, args[0]) for item in cast("list[object]", value))
    return _is(value, declared)


def _is(value: object, declared: type[Any]) -> bool:
    if declared is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if not isinstance(value, declared) or (declared is int and isinstance(value, bool)):
        return False
    if is_dataclass(value):
        return all(fits(getattr(value, name), kind) for name, kind in field_types(type(value)).items())
    return True


def normal(value: Any) -> Any:
    """Return ``value`` with all its text in NFC; lists, dicts and records come back as new ones."""
    return _normaliser(_class(value))(value)


@cache
def _normaliser(kind: type[Any]) -> Callable[[Any], Any]:
    """Return how values of one type are brought to NFC; looked up once a type, since a plan holds 30,000 of them."""
    if issubclass(kind, Enum):
        return _same
    if issubclass(kind, str):
        return nfc
    if issubclass(kind, RichText):
        return _normal_text
    if issubclass(kind, (list, tuple)):
        return _normal_items
    if issubclass(kind, dict):
        return _normal_dict
    return _normal_record if is_dataclass(kind) else _same


def _same(value: Any) -> Any:
    return value


def _normal_text(value: RichText) -> RichText:
    spans = value.spans
    if not spans or (len(spans) == 1 and spans[0].text and unicodedata.is_normalized("NFC", spans[0].text)):
        return value
    return RichText.join(spans)


def _normal_items(value: Any) -> Any:
    return type(value)([normal(item) for item in value])


def _normal_dict(value: dict[Any, Any]) -> dict[Any, Any]:
    return {normal(key): normal(item) for key, item in value.items()}


def _normal_record(value: Any) -> Any:
    made = object.__new__(_class(value))
    held = cast("dict[str, Any]", vars(value))
    cast("dict[str, Any]", vars(made)).update({name: normal(each) for name, each in held.items()})
    return made


def _class(value: object) -> type[Any]:
    return type(value)


__all__ = ["field_types", "fits", "normal"]
