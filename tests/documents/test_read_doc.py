"""Old Word files: read as Word files are, held against a second opinion; other content under the name is known."""

from __future__ import annotations

import io
import threading
from email.message import EmailMessage
from pathlib import Path

import pytest

from documents.importing import import_apart, import_plan
from documents.limited import Stopped
from documents.reading.blocks import Block, LeftOut, Source
from documents.reading.doc import process_target
from documents.reading.doc.kinds import Kind, kind_of
from documents.reading.doc.process_target import read_word
from documents.reading.doc.streams import kept_in
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.sample import sample_plan
from plans.text import RichText
from resources.messages import sentence
from tests.documents.pdf_files import Sheet, pdf_of

FIXTURES = Path(__file__).parent / "fixtures" / "office"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PAGE = "<html><head><meta charset='utf-8'></head><body><p>KẾ HOẠCH</p><p>Trồng cây năm 2026</p></body></html>"


def silent(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell nobody."""


def named(folder: Path, data: bytes) -> Path:
    path = folder / "cũ.doc"
    path.write_bytes(data)
    return path


def code(path: Path) -> str:
    with pytest.raises(Trouble) as caught:
        import_plan(path)
    assert caught.value.data["path"] == path
    assert sentence(caught.value.code, caught.value.data).endswith(".")
    return caught.value.code


def changed(name: str, at: int, value: bytes) -> bytes:
    """Return a fixture with bytes of the head of its text changed."""
    data = bytearray((FIXTURES / name).read_bytes())
    head = data.find(b"\xec\xa5")
    data[head + at : head + at + len(value)] = value
    return bytes(data)


@pytest.fixture(scope="module")
def short() -> Source:
    return read_word((FIXTURES / "ngan.doc").read_bytes(), FIXTURES / "ngan.doc", silent)


def test_an_old_word_file_keeps_letterhead_table_and_note(short: Source):
    assert short.format == "doc"
    tables = [block for block in short.blocks if block.is_table]
    assert "Tự do - Hạnh phúc" in " ".join(cell.text.plain for cell in (tables[0].rows or ())[0])
    assert any(cell.colspan > 1 for table in tables for row in table.rows or () for cell in row)
    assert [note.plain[:16] for note in short.footnotes.values()] == ["Gồm: Nghị quyết "]


def test_an_old_word_file_becomes_a_plan_without_losing_a_word():
    found = import_plan(FIXTURES / "ngan.doc")
    assert (found.report.format, found.report.text_kept, found.report.unplaced) == ("doc", 1.0, [])
    assert found.plan.letterhead.agency == ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")


def test_an_old_font_in_an_old_word_file_comes_in_as_unicode_and_the_picture_is_told():
    found = import_plan(FIXTURES / "kenh-tcvn3.doc")
    assert (found.plan.subject, found.plan.signature.name) == (
        "Nạo vét kênh mương nội đồng năm 2026",
        "Lường Văn Phắng",
    )
    assert [left.kind for left in found.report.left_out] == ["image"]
    assert any("TCVN3" in note for note in found.report.notes)


def test_a_loss_above_one_in_a_hundred_is_said_and_the_fuller_text_used(monkeypatch: pytest.MonkeyPatch):
    def lossy(package: object) -> Source:
        return Source(format="docx", characters=8, text="KẾ HOẠCH", blocks=[Block(text=RichText.of("KẾ HOẠCH"))])

    monkeypatch.setattr(process_target, "read_document", lossy)
    source = read_word((FIXTURES / "ngan.doc").read_bytes(), Path("a.doc"), silent)
    assert "mất 99," in source.notes[0]
    assert "Tổng kinh phí thực hiện năm 2026" in source.text


def test_what_was_left_out_on_purpose_is_no_loss(monkeypatch: pytest.MonkeyPatch, short: Source):
    def hiding(package: object) -> Source:
        left = LeftOut(kind="hidden", text=short.text, reason="ẩn")
        return Source(format="docx", characters=0, text="", left_out=[left])

    monkeypatch.setattr(process_target, "read_document", hiding)
    assert read_word((FIXTURES / "ngan.doc").read_bytes(), Path("a.doc"), silent).notes == []


def test_where_the_conversion_fails_the_words_are_still_read(monkeypatch: pytest.MonkeyPatch):
    def fail(data: bytes) -> bytes:
        raise IndexError

    monkeypatch.setattr(process_target, "_converted", fail)
    source = read_word((FIXTURES / "ngan.doc").read_bytes(), Path("a.doc"), silent)
    assert source.notes[0] == "Không giữ được bảng và định dạng của tệp .doc này: chỉ lấy chữ."
    assert "KINH PHÍ THỰC HIỆN" in source.text


def test_where_the_conversion_takes_too_long_the_words_are_read_in_a_second_try(monkeypatch: pytest.MonkeyPatch):
    tried: list[str] = []

    def first_too_slow(work: object, path: Path, **_more: object) -> object:
        tried.append(work.__name__)  # type: ignore[attr-defined]
        if len(tried) == 1:
            raise Stopped("slow")
        return work(path, silent)  # type: ignore[operator]

    monkeypatch.setattr("documents.importing.run_limited", first_too_slow)
    found = import_apart(FIXTURES / "ngan.doc")
    assert tried == ["_imported", "_imported_roughly"]
    assert "chỉ lấy chữ" in found.report.notes[0]


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("slow", "file-too-slow"),
        ("memory", "file-too-large"),
        ("died", "file-not-understood"),
        ("fault", "file-not-understood"),
    ],
)
def test_how_the_process_ended_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, cause: str, expected: str):
    def stopped(*_arguments: object, **_more: object) -> object:
        raise Stopped(cause)  # type: ignore[arg-type]

    monkeypatch.setattr("documents.importing.run_limited", stopped)
    assert code(FIXTURES / "ngan.doc") == expected


def test_a_file_called_off_before_it_is_read_is_said_so():
    stop = threading.Event()
    stop.set()
    with pytest.raises(Trouble, match="import-stopped"):
        import_apart(FIXTURES / "ngan.doc", stop=stop)


def test_a_password_is_said(tmp_path: Path):
    assert code(named(tmp_path, changed("ngan.doc", 11, b"\x13"))) == "file-encrypted"


def test_a_word_file_from_before_97_is_said_to_be_one(tmp_path: Path):
    assert code(named(tmp_path, changed("ngan.doc", 2, b"\x65\x00"))) == "doc-too-old"
    assert code(named(tmp_path, b"\xdb\xa5\x2d\x00" + bytes(600))) == "doc-too-old"


def test_a_truncated_file_is_a_trouble(tmp_path: Path):
    assert code(named(tmp_path, (FIXTURES / "ngan.doc").read_bytes()[:3000])) in (
        "file-truncated",
        "file-not-understood",
    )
    assert code(named(tmp_path, OLE + bytes(2000))) == "file-truncated"


def test_a_spreadsheet_is_named(tmp_path: Path):
    data = (FIXTURES / "ngan.doc").read_bytes()
    old, new = ("WordDocument".encode("utf-16-le"), "Workbook\0\0\0\0".encode("utf-16-le"))
    at = data.find(old)
    data = data.replace(old, new)
    data = data[: at + 64] + (18).to_bytes(2, "little") + data[at + 66 :]
    path = named(tmp_path, data)
    assert code(path) == "doc-other-kind"


def test_macros_are_told_and_never_run():
    assert [left.kind for left in kept_in(["WordDocument", "Macros/VBA/ThisDocument", "Macros/PROJECT"])] == ["macro"]


def test_a_new_word_file_under_the_old_name_is_read_as_one(tmp_path: Path):
    found = import_plan(named(tmp_path, render_docx(sample_plan())))
    assert found.report.notes[0] == "Tệp .doc này thực ra là DOCX và được đọc như vậy."
    assert len(found.plan.appendices.children) == 2


def test_a_pdf_under_the_old_name_is_read_as_one(tmp_path: Path):
    found = import_plan(named(tmp_path, pdf_of(Sheet().text(85, 100, "KE HOACH nam 2026"))))
    assert found.report.notes[0] == "Tệp .doc này thực ra là PDF và được đọc như vậy."


def mhtml() -> bytes:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_content(PAGE, subtype="html")
    message.make_mixed()
    return bytes(message)


def rtf() -> bytes:
    lines = ("KẾ HOẠCH", "Trồng cây năm 2026")
    coded = ("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line) for line in lines)
    return ("{\\rtf1\\ansi " + "\\par ".join(coded) + "\\par}").encode("ascii")


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (PAGE.encode(), Kind.HTML, "HTML"),
        (mhtml(), Kind.MHTML, "MHTML"),
        (rtf(), Kind.RTF, "RTF"),
        ("KẾ HOẠCH\nTrồng cây năm 2026\n".encode(), Kind.TEXT, "văn bản thường"),
    ],
)
def test_other_content_under_the_name_is_said_and_read(tmp_path: Path, data: bytes, kind: Kind, said: str):
    assert kind_of(data) is kind
    found = import_plan(named(tmp_path, data))
    assert said in found.report.notes[0]
    assert (found.plan.title, found.plan.subject) == ("KẾ HOẠCH", "Trồng cây năm 2026")


def test_word_2003_xml_is_named(tmp_path: Path):
    xml = '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
    assert code(named(tmp_path, xml.encode())) == "doc-other-kind"


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    import_plan(FIXTURES / "ngan.doc")
    assert list(tmp_path.iterdir()) == []


def test_bytes_of_no_kind_are_no_document(tmp_path: Path):
    assert code(named(tmp_path, io.BytesIO(bytes(range(256)) * 20).getvalue())) == "file-binary"
