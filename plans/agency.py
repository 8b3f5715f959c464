"""The office that drafts: what a commune types once and every new plan starts from.

``proposed_agency`` proposes it all from the commune's name (Luật Tổ chức chính quyền địa phương 2025; Nghị định
150/2025/NĐ-CP on the specialised bodies of communes); structures differ from place to place, so every value is the
office's to correct.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Literal

from plans.nodes import LegalBasis, Paragraph, Recipient
from plans.plan import Letterhead, Plan, PlanDate, PlanPeriod, Signature
from plans.profile import DEFAULT, LayoutProfile
from plans.signing import COMMITTEE, LEADING, SigningCase, signing_lines
from plans.text import RichText

CommuneKind = Literal["xã", "phường", "đặc khu"]
COMMUNE_KINDS: tuple[CommuneKind, ...] = ("xã", "phường", "đặc khu")


@dataclass(frozen=True, kw_only=True)
class OfficeUnit:
    """One body that works for the office. name: as written in a sentence ("Phòng Văn hóa - Xã hội"); code: its
    abbreviation in "Lưu: VT, …", "" none (the head of the office sets it); head: its head's office, "" unknown;
    asked: it is asked ("Đề nghị …") and not told, since it does not belong to the committee."""

    name: str
    code: str = ""
    head: str = ""
    asked: bool = False


@dataclass(frozen=True, kw_only=True)
class Signer:
    """One who signs plans. name: without rank or title, "" unknown; case: how; office: for cases that name one."""

    name: str = ""
    case: SigningCase = SigningCase.CHAIR
    office: str = ""

    @property
    def signature(self) -> Signature:
        """The lines and the name as a plan prints them."""
        return Signature(lines=signing_lines(self.case, self.office), name=self.name)


@dataclass(frozen=True, kw_only=True)
class Agency:
    """The office. kind and commune: "phường", "Suối Lim"; province: with its type ("tỉnh Lâm Sơn"), "" unknown;
    place: before the date; symbol: of its plans; unit_code: of the drafting unit, "" none; signers: the first one
    signs unless another is chosen; recipients: proposed for every plan, without the archive line."""

    kind: CommuneKind = "xã"
    commune: str = ""
    province: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    place: str = ""
    symbol: str = "KH-UBND"
    unit_code: str = ""
    units: tuple[OfficeUnit, ...] = ()
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    profile: LayoutProfile = DEFAULT

    @property
    def name(self) -> str:
        """The committee's name in a sentence: "Ủy ban nhân dân phường Suối Lim"; without the name while unknown."""
        return f"Ủy ban nhân dân {self.kind} {self.commune}".strip()

    @property
    def leaders(self) -> tuple[str, ...]:
        """The committee's leaders among the signers, as a task names them: "Đồng chí Lò Thị Mẫu, Phó Chủ tịch Ủy ban
        nhân dân xã"; by the office alone where the name is unknown."""
        leading = [(each.name, LEADING[each.case]) for each in self.signers if each.case in LEADING]
        named = ((f"{name}, {office}" if name else office) for name, office in leading)
        return tuple(f"Đồng chí {words} Ủy ban nhân dân {self.kind}" for words in named)


def proposed_agency(kind: CommuneKind, commune: str, province: str = "") -> Agency:
    """Return what an office of that kind and name usually has. commune: the bare name ("Suối Lim")."""
    commune = " ".join(commune.split())
    return Agency(
        kind=kind,
        commune=commune,
        province=province,
        letterhead=Letterhead(agency=(COMMITTEE, f"{kind} {commune}".upper())),
        place=commune,
        units=_units(kind),
        signers=(Signer(case=SigningCase.CHAIR), Signer(case=SigningCase.DEPUTY)),
        recipients=_recipients(kind, province),
    )


def moved(agency: Agency, kind: CommuneKind, commune: str, province: str = "") -> Agency:
    """Return the office with another commune's name: what was as proposed is proposed anew, what the office has
    corrected stays."""
    before = proposed_agency(agency.kind, agency.commune, agency.province)
    after = proposed_agency(kind, commune, province)
    own = {
        each.name: getattr(agency, each.name)
        for each in fields(agency)
        if each.name not in _IDENTITY and getattr(agency, each.name) not in (getattr(before, each.name), (), "")
    }
    if own.get("letterhead") == Letterhead():
        del own["letterhead"]
    return replace(after, **own)


_IDENTITY = frozenset({"kind", "commune", "province"})


def _units(kind: CommuneKind) -> tuple[OfficeUnit, ...]:
    economy = (
        OfficeUnit(name="Phòng Kinh tế, Hạ tầng và Đô thị", code="KTHTĐT", head="TRƯỞNG PHÒNG")
        if kind == "phường"
        else OfficeUnit(name="Phòng Kinh tế", code="KT", head="TRƯỞNG PHÒNG")
    )
    hamlets = "Các tổ dân phố" if kind == "phường" else "Các thôn"
    return (
        OfficeUnit(name="Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", code="VP", head="CHÁNH VĂN PHÒNG"),
        OfficeUnit(name="Phòng Văn hóa - Xã hội", code="VHXH", head="TRƯỞNG PHÒNG"),
        economy,
        OfficeUnit(name="Trung tâm Phục vụ hành chính công", code="TTPVHCC", head="GIÁM ĐỐC"),
        OfficeUnit(name=f"Công an {kind}", head="TRƯỞNG CÔNG AN"),
        OfficeUnit(name=f"Ban Chỉ huy Quân sự {kind}", head="CHỈ HUY TRƯỞNG"),
        OfficeUnit(name=f"Trạm Y tế {kind}", head="TRẠM TRƯỞNG"),
        OfficeUnit(name="Các trường học"),
        OfficeUnit(name=hamlets),
        OfficeUnit(name=f"Ủy ban Mặt trận Tổ quốc Việt Nam {kind}", asked=True),
    )


def _recipients(kind: CommuneKind, province: str) -> tuple[str, ...]:
    above = (f"Ủy ban nhân dân {province} (để báo cáo)",) if province else ()
    hamlets = "tổ dân phố" if kind == "phường" else "thôn"
    return (
        *above,
        f"Thường trực Đảng ủy, Thường trực Hội đồng nhân dân {kind} (để báo cáo)",
        f"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân {kind}",
        f"Ủy ban Mặt trận Tổ quốc Việt Nam {kind}",
        f"Các phòng, Văn phòng, Trung tâm Phục vụ hành chính công {kind}",
        f"Công an, Ban Chỉ huy Quân sự, Trạm Y tế {kind}",
        f"Các trường học, các {hamlets}",
    )


def plan_of_agency(agency: Agency, year: int, plan: Plan) -> Plan:
    """Fill head and end of ``plan`` (a new one, changed in place and returned) with what the office has: nothing that
    the plan already says is replaced."""
    plan.letterhead = plan.letterhead if plan.letterhead.agency else agency.letterhead
    plan.place = plan.place or agency.place
    plan.symbol = agency.symbol
    plan.profile = agency.profile
    plan.date = PlanDate(year=year)
    plan.period = plan.period or PlanPeriod(start=year, end=year)
    if agency.signers:
        plan.signature = agency.signers[0].signature
    plan.archive = ", ".join(filter(None, ("VT", agency.unit_code)))
    if not plan.recipients.children:
        plan.recipients.children = [Recipient(text=text) for text in agency.recipients]
    if not plan.bases.children:
        plan.bases.children.append(LegalBasis())
    if not plan.opening.children:
        plan.opening.children.append(Paragraph(text=RichText.of(_opening(agency, plan.subject))))
    return plan


def _opening(agency: Agency, subject: str) -> str:
    about = f" {subject[:1].lower()}{subject[1:]}" if subject else ""
    return f"{agency.name} ban hành Kế hoạch{about} với các nội dung sau:" if agency.commune else ""
