"""The command-line contract: what each command does and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.main import main
from resources import texts


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mau.kehoach"
    assert main(["new", str(path), "--sample"]) == 0
    return path


@pytest.fixture(autouse=True)
def _vietnamese():
    yield
    texts.use("vi")


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".kehoach"])
def test_the_sample_converts(suffix: str, sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / f"ra{suffix}"
    assert main(["convert", str(sample), str(out)]) == 0
    assert out.read_bytes()[:4] == (b"%PDF" if suffix == ".pdf" else b"PK\x03\x04")


def test_the_same_input_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    for suffix in (".docx", ".kehoach"):
        first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
        assert main(["convert", str(sample), str(first)]) == 0
        assert main(["convert", str(sample), str(second)]) == 0
        assert first.read_bytes() == second.read_bytes()


def test_inspect_prints_the_keys_of_the_contract(sample: Path, capsys) -> None:
    assert main(["inspect", str(sample), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {
        "source", "letterhead", "number", "symbol", "place", "date", "title", "subject", "bases", "headings", "targets",
        "tasks", "roadmap", "assignments", "tables", "footnotes", "appendices", "recipients", "archive", "signature",
        "unplaced", "text_kept",
    } <= set(found)  # fmt: skip


def test_our_export_has_no_form_error(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "ra.docx"
    main(["convert", str(sample), str(out)])
    capsys.readouterr()
    code = main(["audit", str(out), "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [f for f in findings if f["kind"] == "form" and f["severity"] == "error"] == []
    assert code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "a.txt", "b.xlsx"],
        ["convert", "a.txt", "b.docx", "--year", "hai"],
        ["nothing"],
        ["audit", "a.txt"],
        ["new", "a.docx"],
        ["inspect", "a.xlsx"],
        ["list", "--lang", "fr"],
    ],
)
def test_wrong_use_ends_with_two_and_without_english(arguments: list[str], capsys) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said
    assert not any(word in said for word in ("usage", "error", "required", "invalid", "Traceback"))


def test_a_source_is_not_overwritten_by_itself(sample: Path, capsys) -> None:
    before = sample.read_bytes()
    assert main(["convert", str(sample), str(sample)]) == 2
    assert sample.read_bytes() == before


def test_the_library_takes_lists_and_gives_back(sample: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("KEHOACH_LIBRARY", str(tmp_path / "thu-vien" / "kehoach.db"))
    assert main(["import", str(sample)]) == 0
    plan_id = capsys.readouterr().out.strip()
    assert main(["list"]) == 0
    assert plan_id in capsys.readouterr().out
    assert main(["export", plan_id, str(tmp_path / "ra.kehoach")]) == 0
    assert (tmp_path / "ra.kehoach").read_bytes() == sample.read_bytes()
    assert main(["export", "khong-co", str(tmp_path / "x.docx")]) == 3


def test_english_is_complete_on_the_command_line(sample: Path, capsys) -> None:
    assert main(["--lang", "en", "convert", "missing.docx", "out.docx"]) == 3
    assert "missing.docx" in capsys.readouterr().err


def test_without_a_screen_the_window_says_so_and_ends_with_two() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run([sys.executable, "-m", "cli.main"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "màn hình" in done.stderr
