"""Builds the exam's files from the marked plans: ``python -m tests.corpus.building [PLAN …]``.

Plain text and Word files need nothing else; .doc and .pdf are printed from the Word file by LibreOffice.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from tests.corpus.building import legacy
from tests.corpus.building.marks import Marked, read
from tests.corpus.building.truth import truth
from tests.corpus.building.word import Writer

CORPUS = Path(__file__).parents[1]
PLANS, FILES = CORPUS / "plans", CORPUS / "files"


def encoded(marked: Marked) -> bytes:
    """Write a plain text plan in the encoding its settings name (UTF-8 without)."""
    encoding = marked.settings.get("encoding", "utf-8")
    if encoding == "tcvn3":
        return legacy.tcvn3(marked.text).encode("latin-1")
    if encoding == "nfd":
        return unicodedata.normalize("NFD", marked.text).encode("utf-8")
    return marked.text.encode(encoding)


def printed(word: bytes, target: Path) -> None:
    """Let LibreOffice save a Word file as .doc or .pdf."""
    kind = {".doc": "doc:MS Word 97", ".pdf": "pdf"}[target.suffix]
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / f"{target.stem}.docx"
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{room}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", room, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        target.write_bytes((Path(room) / target.name).read_bytes())


def soft_hyphens_restored(data: bytes, marked: Marked) -> bytes:
    """TCVN3 writes ư as 0xAD, which LibreOffice saves in a .doc as Word's optional hyphen (0x1F); Word itself keeps it."""
    for word in {word for word in legacy.tcvn3(marked.text).split() if "\xad" in word}:
        for written_so in (word, word.lower()):
            data = data.replace(written_so.replace("\xad", "\x1f").encode("utf-16-le"), written_so.encode("utf-16-le"))
    return data


def written(path: Path, print_again: bool) -> None:
    """Write one plan's file and its truth; what LibreOffice prints (never twice the same bytes) only where asked."""
    marked = read(path)
    suffix = marked.settings["build"]
    target = FILES / f"{path.stem}.{suffix}"
    if suffix == "txt":
        target.write_bytes(encoded(marked))
    elif suffix == "docx":
        target.write_bytes(Writer(marked).write())
    elif print_again or not target.exists():
        printed(Writer(marked).write(), target)
        if marked.settings.get("font", "").startswith(".Vn"):
            target.write_bytes(soft_hyphens_restored(target.read_bytes(), marked))
    found = truth(marked, target.name)
    target.with_suffix(".json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Build the plans named on the command line; without names all, but .doc and .pdf only where they are missing."""
    for path in sorted(PLANS.glob("*.txt")):
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            written(path, print_again=bool(sys.argv[1:]))


if __name__ == "__main__":
    main()
