"""``python -m tests.catalogues [--update]``: every text of the interface stands in the English catalogue, none is
fuzzy, none is left over. ``--update`` adds missing entries (empty) and drops unused ones."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "resources" / "catalogues" / "en.po"
ROOMS = ("cli", "desktop", "documents", "db", "resources", "plans")
KEYWORDS = {"gettext": None, "_": None, "N_": None, "marked": None}


def texts_in_code() -> dict[str, list[tuple[str, int]]]:
    """Every text marked for translation, with the places it stands at."""
    found: dict[str, list[tuple[str, int]]] = {}
    for room in ROOMS:
        for name, line, text, _comments, _context in extract_from_dir(
            ROOT / room, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            found.setdefault(str(text), []).append((f"{room}/{name}", line))
    return found


def faults(catalogue: Catalog, code: dict[str, list[tuple[str, int]]]) -> list[str]:
    """One sentence a fault of the catalogue against the texts in the code."""
    known = {str(message.id): message for message in catalogue if message.id}
    said = [f"missing: {text!r} ({places[0][0]})" for text, places in code.items() if text not in known]
    said += [f"empty: {key!r}" for key, message in known.items() if not message.string]
    said += [f"fuzzy: {key!r}" for key, message in known.items() if message.fuzzy]
    said += [f"not used any more: {key!r}" for key in known if key not in code]
    said += [
        f"places differ: {key!r}"
        for key, message in known.items()
        if message.string and _places(key) != _places(str(message.string))
    ]
    return said


def _places(text: str) -> list[str]:
    return sorted(part.split("}")[0] for part in text.split("{")[1:])


def main() -> int:
    catalogue = Catalog(locale="en")
    if PO.exists():
        with PO.open("rb") as file:
            catalogue = read_po(file, locale="en")
    code = texts_in_code()
    if "--update" in sys.argv:
        fresh = Catalog(locale="en", project="Kế Hoạch", header_comment="# English texts of the interface.")
        for text in sorted(code):
            old = catalogue.get(text)
            fresh.add(text, string=old.string if old else "")
        with PO.open("wb") as file:
            write_po(file, fresh, no_location=True, omit_header=False, width=120)
        return 0
    found = faults(catalogue, code)
    print("\n".join(found) or f"{len(code)} texts, all in English too")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
