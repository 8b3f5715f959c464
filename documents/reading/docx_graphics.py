"""What a Word file holds beside text: images (seals and scanned signatures among them), charts, embedded objects,
signature lines, digital signatures, macros. Nothing of it is opened or run; each is counted and told."""

from __future__ import annotations

from collections.abc import Iterator

from documents.files import XmlElement
from documents.reading.blocks import LeftOut
from documents.reading.docx_xml import VML, WP, A, W, below
from resources.texts import gettext as _

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PICTURES = (A + "blip", VML + "imagedata")
_OTHER_GRAPHICS = ("/chart", "/diagram", "/chartex")
_TEXTBOX = W + "txbxContent"


def graphics_in(element: XmlElement) -> Iterator[LeftOut]:
    """Yield what a drawing, a VML picture or an object shows that is no text; lines and empty shapes are nothing."""
    name = next((str(p.get("descr") or p.get("title") or p.get("name") or "") for p in element.iter(WP + "docPr")), "")
    kept = element.find(f".//{_OFFICE}OLEObject")
    signature = element.find(f".//{_OFFICE}signatureline")
    if kept is not None:
        program = str(kept.get("ProgID") or "")
        yield LeftOut(kind="embedded", text=program, reason=_("Đối tượng nhúng không được mở, cũng không nhập."))
    elif signature is not None:
        signer = str(signature.get(_OFFICE + "suggestedsigner") or "")
        yield LeftOut(kind="signature", text=signer, reason=_("Ô ký của Word; chữ ký không nhập vào dự thảo."))
    elif any(next(iter(below(element, tag, _TEXTBOX)), None) is not None for tag in _PICTURES):
        reason = _("Hình ảnh (con dấu, chữ ký, biểu trưng) không thuộc văn bản kế hoạch.")
        yield LeftOut(kind="image", text=name, reason=reason)
    elif any(str(data.get("uri") or "").endswith(_OTHER_GRAPHICS) for data in element.iter(A + "graphicData")):
        yield LeftOut(kind="drawing", text=name, reason=_("Biểu đồ, sơ đồ chưa đọc được."))


def graphics_below(root: XmlElement) -> Iterator[LeftOut]:
    """Yield the same of all graphics of a part."""
    for tag in ("drawing", "pict", "object"):
        for element in below(root, W + tag):
            yield from graphics_in(element)


def kept_in(names: list[str]) -> Iterator[LeftOut]:
    """Yield what the members of a package tell: digital signatures and macros."""
    for name in names:
        if name.startswith("_xmlsignatures/") and name.endswith(".xml"):
            yield LeftOut(kind="signature", text=name, reason=_("Chữ ký số của tệp; dự thảo mới chưa được ký."))
        elif name.endswith("vbaproject.bin"):
            yield LeftOut(kind="macro", text=name, reason=_("Macro trong tệp không bao giờ được chạy."))
