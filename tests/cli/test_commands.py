"""The command-line contract: what each command does and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import commands
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
    assert main(["export", "khong-co", str(tmp_path / "x.docx")]) == 2


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


def test_a_report_never_overwrites_source_or_result(sample: Path, tmp_path: Path, capsys) -> None:
    before, out = sample.read_bytes(), tmp_path / "ra.docx"
    assert main(["convert", str(sample), str(out), "--report", str(sample)]) == 2
    assert main(["convert", str(sample), str(out), "--report", str(out)]) == 2
    assert sample.read_bytes() == before
    assert not out.exists()


def test_a_hard_link_of_the_source_is_the_source(sample: Path, tmp_path: Path, capsys) -> None:
    link = tmp_path / "lien-ket.kehoach"
    link.hardlink_to(sample)
    assert main(["convert", str(sample), str(link)]) == 2


def test_a_report_that_cannot_be_written_leaves_the_result_as_it_was(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "ra.docx"
    out.write_bytes(b"old")
    assert main(["convert", str(sample), str(out), "--report", str(tmp_path / "khong" / "r.json")]) == 3
    assert out.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mau.kehoach", "ra.docx"]


def test_new_never_replaces_a_plan(sample: Path, capsys) -> None:
    before = sample.read_bytes()
    assert main(["new", str(sample)]) == 2
    assert sample.read_bytes() == before


def test_what_found_no_place_is_said_on_standard_error(tmp_path: Path, capsys, monkeypatch) -> None:

    found = commands.importing.import_plan(_text(tmp_path))
    found.report.unplaced.append("dòng lạ không biết đặt đâu")
    monkeypatch.setattr(commands.importing, "import_plan", lambda _path: found)
    assert main(["convert", str(tmp_path / "a.txt"), str(tmp_path / "a.docx")]) == 0
    assert "dòng lạ" in capsys.readouterr().err


def _text(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("KẾ HOẠCH\nTrồng cây năm 2026\n\nI. MỤC ĐÍCH\n\n- Phủ xanh đồi trọc.\n", "utf-8")
    return path


def test_a_closed_pipe_and_a_full_one_end_without_a_traceback(sample: Path) -> None:
    command = f"{sys.executable} -m cli.main inspect {sample} --json"
    done = subprocess.run(["bash", "-c", f"{command} | head -c 5"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    full = subprocess.run(["bash", "-c", f"{command} > /dev/full"], capture_output=True, text=True, check=False)
    assert full.returncode == 3
    assert full.stderr.count("\n") == 1
    assert "Traceback" not in full.stderr


def test_options_are_not_abbreviated(sample: Path, tmp_path: Path, capsys) -> None:
    assert main(["inspect", str(sample), "--js"]) == 2


@pytest.mark.parametrize(("name", "form"), [("ngan.pdf", "pdf"), ("ngan.doc", "doc")])
def test_an_old_word_file_and_a_pdf_can_be_inspected_and_converted(
    name: str, form: str, tmp_path: Path, capsys
) -> None:
    source = Path(__file__).parent.parent / "documents" / "fixtures" / "office" / name
    assert main(["inspect", str(source), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["source"]["format"], found["text_kept"], len(found["recipients"])) == (form, 1.0, 8)
    assert main(["convert", str(source), str(tmp_path / "mới.docx")]) == 0
    assert (tmp_path / "mới.docx").read_bytes().startswith(b"PK")
