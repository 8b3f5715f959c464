"""Every file that can go wrong comes out as one trouble, and nothing is written."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from documents import files
from documents.files import open_zip, parse_xml, read_bytes, write_whole
from plans.errors import Trouble
from resources.messages import sentence

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def trouble(action: Callable[..., object], *arguments: object) -> Trouble:
    with pytest.raises(Trouble) as caught:
        action(*arguments)
    assert str(arguments[-1] if isinstance(arguments[-1], Path) else arguments[0]) in sentence(
        caught.value.code, caught.value.data
    )
    return caught.value


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_missing_file_is_said_in_one_sentence(tmp_path: Path):
    found = trouble(read_bytes, tmp_path / "không có.docx")
    assert found.code == "file-missing"
    assert "\n" not in sentence(found.code, found.data)


def test_a_file_below_a_file_is_missing(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"x")
    assert trouble(read_bytes, tmp_path / "a" / "b.txt").code == "file-missing"


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path):
    (tmp_path / "rỗng.txt").touch()
    assert trouble(read_bytes, tmp_path / "rỗng.txt").code == "file-empty"


def test_a_directory_is_said_to_be_one(tmp_path: Path):
    assert trouble(read_bytes, tmp_path).code == "file-is-folder"


def test_a_file_without_read_permission_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "kín.txt"
    path.write_bytes(b"x")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert trouble(read_bytes, path).code == "file-no-permission"


def test_a_failing_disk_is_said_in_our_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")

    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    found = trouble(read_bytes, path)
    assert (found.code, found.data["reason"]) == ("file-unreadable", "ổ đĩa báo lỗi")


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "ống")
    assert trouble(read_bytes, tmp_path / "ống").code == "file-unreadable"


def test_a_name_with_a_zero_byte_is_a_trouble_too():
    with pytest.raises(Trouble) as caught:
        read_bytes(Path("a\0b"))
    assert caught.value.code in ("file-unreadable", "file-missing")


def test_odd_names_are_read_and_named(tmp_path: Path):
    path = tmp_path / "kế hoạch {năm} %s \n 'mới'.txt"
    path.write_bytes(b"x")
    assert read_bytes(path) == b"x"
    path.write_bytes(b"")
    assert trouble(read_bytes, path).code == "file-empty"


def test_a_file_beyond_the_limit_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "to.txt"
    path.write_bytes(b"12345")
    monkeypatch.setattr(files, "MAX_FILE", 4)
    assert trouble(read_bytes, path).code == "file-too-large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "file-not-docx"),
        (bytes(500), "file-truncated"),
        (b"PK\x03\x04" + b"\x00" * 60, "file-truncated"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "file-not-docx"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
    ],
)
def test_what_is_no_archive_is_told_apart(data: bytes, code: str):
    assert trouble(open_zip, data, Path("a.docx")).code == code


def test_a_truncated_archive_is_said_to_be_damaged():
    whole = zipped({"a.xml": os.urandom(2000)})
    for cut in (40, 500, len(whole) - 10):
        assert trouble(open_zip, whole[:cut], Path("a.docx")).code == "file-truncated"


def test_a_member_that_does_not_fit_its_checksum_is_damage():
    whole = bytearray(zipped({"a.xml": b"abc" * 50}, zipfile.ZIP_STORED))
    whole[60] ^= 0xFF
    assert trouble(open_zip, bytes(whole), Path("a.docx")).code == "file-truncated"


def test_a_password_on_a_member_is_seen():
    whole = bytearray(zipped({"a.xml": b"abc"}))
    central = whole.index(b"PK\x01\x02")
    whole[central + 8] |= 1
    assert trouble(open_zip, bytes(whole), Path("a.docx")).code == "file-encrypted"


def test_a_zip_bomb_is_stopped_by_its_ratio(monkeypatch: pytest.MonkeyPatch):
    bomb = zipped({"a.xml": bytes(files.RATIO_FLOOR + 1)})
    assert trouble(open_zip, bomb, Path("a.docx")).code == "file-too-large"
    monkeypatch.setattr(files, "MAX_RATIO", 10**6)
    assert open_zip(bomb, Path("a.docx")).namelist() == ["a.xml"]


def test_a_zip_bomb_is_stopped_by_what_it_declares(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "MAX_INFLATED", 2500)
    assert trouble(open_zip, zipped({"a": bytes(2000), "b": bytes(2000)}), Path("a.docx")).code == "file-too-large"
    monkeypatch.setattr(files, "MAX_MEMBER", 1000)
    assert trouble(open_zip, zipped({"a": bytes(2000)}), Path("a.docx")).code == "file-too-large"


def test_a_zip_bomb_is_stopped_by_its_number_of_members(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "MAX_MEMBERS", 3)
    many = zipped({f"{n}.xml": b"x" for n in range(4)})
    assert trouble(open_zip, many, Path("a.docx")).code == "file-too-large"


@pytest.mark.parametrize(("checked", "code"), [(10, "file-truncated"), (11, "file-too-large")])
def test_a_member_larger_than_it_declares_is_stopped_while_inflating(checked: int, code: str):
    whole = bytearray(zipped({"a.xml": bytes(10**6)}))
    for header, checksum in ((b"PK\x01\x02", 16), (b"PK\x03\x04", 14)):
        struct.pack_into("<I", whole, whole.index(header) + checksum, zlib.crc32(bytes(checked)))
        struct.pack_into("<I", whole, whole.index(header) + checksum + 8, 10)
    assert trouble(open_zip, bytes(whole), Path("a.docx")).code == code


def test_an_archive_within_an_archive_is_not_opened():
    inner = zipped({"a": bytes(files.RATIO_FLOOR * 4)})
    assert open_zip(zipped({"inner.zip": inner}), Path("a.docx")).read("inner.zip") == inner


def test_a_packing_that_word_does_not_use_is_refused():
    assert trouble(open_zip, zipped({"a": b"x" * 99}, zipfile.ZIP_LZMA), Path("a.docx")).code == "file-truncated"


def test_names_that_climb_out_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    archive = open_zip(zipped({"../../leo.txt": b"x", "/etc/leo": b"y"}), Path("a.docx"))
    assert archive.read("../../leo.txt") == b"x"
    assert list(tmp_path.rglob("*")) == []


ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ENTITY.encode(), "file-unsafe"),
        (('<?xml version="1.0" encoding="utf-16"?>' + ENTITY).encode("utf-16"), "file-unsafe"),
        (b'<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>', "file-unsafe"),
        (b'<!DOCTYPE a [<!ENTITY l "ll"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>', "file-unsafe"),
        (b"<!DOCTYPE a [<a>", "file-unsafe"),
        (b"<a>" * 300 + b"</a>" * 300, "file-too-large"),
        (b"<a b='" + b"x" * 11_000_000 + b"'/>", "file-too-large"),
        (b"<a>", "file-truncated"),
        (b"<a>&x;</a>", "file-truncated"),
        (b"\xff\xfe\x00", "file-truncated"),
        (b"", "file-truncated"),
    ],
)
def test_xml_that_reaches_out_or_breaks_is_refused(data: bytes, code: str):
    assert trouble(parse_xml, data, Path("a.docx")).code == code


def test_plain_xml_is_parsed_without_its_comments():
    root = parse_xml("<a>Suối<!-- x --> Lim</a>".encode(), Path("a.docx"))
    assert root.text == "Suối Lim"


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path):
    out = tmp_path / "kế hoạch.docx"
    out.write_bytes(b"old")
    out.chmod(0o640)
    write_whole(out, b"new")
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str):
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    found = trouble(write_whole, out, b"new")
    assert (found.code, found.data["reason"]) == ("file-not-writable", "ổ đĩa đã đầy")
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.docx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_is_not_there_is_a_trouble(tmp_path: Path):
    assert trouble(write_whole, tmp_path / "không" / "a.docx", b"x").code == "file-not-writable"


def test_a_directory_that_may_not_be_written_is_a_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = trouble(write_whole, tmp_path / "a.docx", b"x")
    assert (found.code, found.data["reason"]) == ("file-not-writable", "không có quyền")


def test_a_directory_or_device_as_target_is_refused(tmp_path: Path):
    assert trouble(write_whole, tmp_path, b"x").code == "file-not-writable"
    os.mkfifo(tmp_path / "ống")
    assert trouble(write_whole, tmp_path / "ống", b"x").code == "file-not-writable"
    assert [path.name for path in tmp_path.iterdir()] == ["ống"]


def test_a_read_only_target_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_: False)
    assert trouble(write_whole, out, b"new").code == "file-not-writable"
    assert out.read_bytes() == b"old"


def test_a_link_is_followed_not_replaced(tmp_path: Path):
    (tmp_path / "thật.docx").write_bytes(b"old")
    (tmp_path / "tắt.docx").symlink_to(tmp_path / "thật.docx")
    write_whole(tmp_path / "tắt.docx", b"new")
    assert (tmp_path / "tắt.docx").is_symlink()
    assert (tmp_path / "thật.docx").read_bytes() == b"new"
