"""What the fields of the model are declared to hold: types looked up once, values checked and brought to NFC."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
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
    match value:
        case Enum():
            return value
        case str():
            return nfc(value)
        case RichText():
            return RichText.join(value.spans)
        case list() | tuple():
            items = cast("list[Any]", value)
            return type(items)(normal(item) for item in items)
        case dict():
            return {normal(key): normal(item) for key, item in cast("dict[Any, Any]", value).items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{name: normal(getattr(value, name)) for name in field_types(_class(value))})
        case _:
            return value


def _class(value: object) -> type[Any]:
    return type(value)


__all__ = ["field_types", "fits", "normal"]
