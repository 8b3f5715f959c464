"""Good files made bad: bits, lengths, members of archives, elements and numbers, each change told by its number alone."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

BOMB = "NOTUNGBUNG"
"""What an expanded entity would show."""

_ODD = (
    "",
    "-1",
    "0",
    "65536",
    "2147483648",
    "99999999999999999999",
    "x",
    "nan",
    "1e309",
    "\u202e",
    "../../../etc/passwd",
)
_ENTITY = (
    f'<!DOCTYPE x [<!ENTITY a "{BOMB}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/hostname">]>'
)
Mutation = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, suffix: str, number: int) -> bytes:
    """Return ``data``, a good file of the format, changed in the way that ``number`` stands for."""
    chance = random.Random(f"{suffix}{number}")
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(_WAYS[suffix])(data, chance) or b"\0"
    return data


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Change single bits."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 40, 400))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Take the end away."""
    return data[: chance.randrange(len(data))]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, blank or move a stretch."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 16, 512, 4096)))
    piece = data[start:end]
    way = chance.randrange(4)
    middle = (b"", piece * 2, b"\xff" * len(piece), chance.randbytes(len(piece)))[way]
    return data[:start] + middle + data[end:]


def huge(data: bytes, chance: random.Random) -> bytes:
    """Put the largest whole number where four bytes stand."""
    at = chance.randrange(max(1, len(data) - 4))
    return data[:at] + chance.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0")) + data[at + 4 :]


def numbers(data: bytes, chance: random.Random) -> bytes:
    """Put odd numbers in place of written ones."""
    odd = [value.encode() for value in _ODD[:6]]
    share = chance.choice((0.002, 0.05))
    return re.sub(rb"\d+", lambda found: chance.choice(odd) if chance.random() < share else found[0], data)


def named(data: bytes, chance: random.Random) -> bytes:
    """Exchange two names of a PDF."""
    names = sorted(set(re.findall(rb"/[A-Z]\w+", data)))
    return data.replace(chance.choice(names), chance.choice(names)) if names else data


def _archive(change: Callable[[dict[str, bytes], random.Random], None]) -> Mutation:
    def apply(data: bytes, chance: random.Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as source:
                members = {name: source.read(name) for name in source.namelist()}
        except (
            zipfile.BadZipFile,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
            zipfile.zlib.error,
        ):
            return flipped(data, chance)
        change(members, chance)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in members.items():
                package.writestr(name, content)
        return target.getvalue()

    return apply


def _members(members: dict[str, bytes], chance: random.Random) -> None:
    """Swap, drop, empty or rename members."""
    if not members:
        return
    one, other = chance.choice(sorted(members)), chance.choice(sorted(members))
    match chance.randrange(4):
        case 0:
            members[one], members[other] = members[other], members[one]
        case 1:
            del members[one]
        case 2:
            members[one] = b""
        case _:
            members[f"../{one}"] = members.pop(one)


def _text_member(change: Callable[[str, random.Random], str]) -> Mutation:
    def apply(members: dict[str, bytes], chance: random.Random) -> None:
        written = [name for name in sorted(members) if name.endswith((".xml", ".rels", ".json"))]
        main = [name for name in written if name.endswith(("document.xml", "plan.json", "styles.xml", "numbering.xml"))]
        if written:
            name = chance.choice(main or written) if chance.random() < 0.8 else chance.choice(written)
            members[name] = change(members[name].decode("utf-8", "replace"), chance).encode("utf-8", "replace")

    return _archive(apply)


def _odd_values(text: str, chance: random.Random) -> str:
    share = chance.choice((0.01, 0.2))
    return re.sub(r'="[^"]*"', lambda found: f'="{chance.choice(_ODD)}"' if chance.random() < share else found[0], text)


def _elements(text: str, chance: random.Random) -> str:
    """Rename a kind of element, drop one, or write one many times over."""
    kinds = sorted(set(re.findall(r"<(w:\w+)", text)))
    if not kinds:
        return text
    one, other = chance.choice(kinds), chance.choice(kinds)
    whole = re.compile(rf"<{one}(?=[ >/])(?:[^>]*/>|.*?</{one}>)", re.DOTALL)
    found = whole.search(text)
    match chance.randrange(4):
        case 0:
            return re.sub(rf"(</?){one}(?=[ />])", rf"\1{other}", text)
        case 1 if found:
            return text[: found.start()] + text[found.end() :]
        case 2 if found:
            return text[: found.end()] + found[0][:2000] * chance.choice((1, 20, 300)) + text[found.end() :]
        case _:
            depth = chance.choice((10, 200, 3000))
            return text.replace(f"<{one}", f"<{one}>" * depth + f"<{one}", 1)


def _entities(text: str, chance: random.Random) -> str:
    """Declare entities and use them."""
    head = re.match(r"\s*<\?xml[^>]*\?>", text)
    start = head.end() if head else 0
    text = text[:start] + _ENTITY + text[start:]
    return re.sub(r"(<w:t[^>]*>)", rf"\1&{chance.choice('abcd')};", text, count=3)


def _json(text: str, chance: random.Random) -> str:
    """Put odd values, missing keys and deep nesting into a plan."""
    odd = ("null", "-1", "1e309", '""', "[]", "{}", "true", "9" * 400, "[" * 2000, '"\\ud800"')
    match chance.randrange(3):
        case 0:
            return re.sub(
                r": (?:\d+|\"[^\"]*\")", lambda f: f": {chance.choice(odd)}" if chance.random() < 0.02 else f[0], text
            )
        case 1:
            keys = sorted(set(re.findall(r'"(\w+)":', text))) or ["id"]
            return text.replace(f'"{chance.choice(keys)}":', f'"{chance.choice(keys)}":', chance.randrange(1, 5))
        case _:
            return re.sub(r'"id": "[^"]*"', '"id": "một"', text, count=chance.randrange(1, 9))


def _lines(data: bytes, chance: random.Random) -> bytes:
    """Shuffle, repeat or join the lines of a text, or put odd ones between."""
    lines = data.split(b"\n")
    match chance.randrange(5):
        case 0:
            chance.shuffle(lines)
        case 1:
            lines *= chance.choice((2, 20))
        case 2:
            return b" ".join(lines)
        case 3:
            odd = [
                b"|" * 300,
                b"**" * 500,
                b"\t" * 400,
                b"1." * 400,
                b"<table>" * 200,
                b"\\frac{" * 100,
                b"[^1]: [^1]",
                b"\0\1\2",
            ]
            for _ in range(5):
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(odd))
        case _:
            return data.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7")))
    return b"\n".join(lines)


_BYTES: list[Mutation] = [flipped, cut, spliced]
_ZIP: list[Mutation] = [*_BYTES, _archive(_members), _archive(_members)]
_WAYS: dict[str, list[Mutation]] = {
    ".doc": [*_BYTES, huge, huge, spliced],
    ".pdf": [*_BYTES, numbers, numbers, named],
    ".txt": [*_BYTES, _lines, _lines, _lines],
    ".docx": [*_ZIP, *[_text_member(way) for way in (_odd_values, _odd_values, _elements, _elements, _entities)]],
    ".kehoach": [*_ZIP, *[_text_member(_json)] * 4],
}
