"""What the library knows of the office while a plan is edited: its agency, and the units all plans name. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plans.agency import Agency
    from plans.plan import Plan
    from plans.register import Registered


@dataclass(frozen=True, kw_only=True)
class OfficeFacts:
    """agency: None before the first run; units: named in the library's plans, the most named first;
    documents: cited in the library's plans, the newest wording of each."""

    agency: Agency | None = None
    units: tuple[str, ...] = ()
    documents: tuple[Registered, ...] = ()

    def names(self, plan: Plan) -> list[str]:
        """Return the units to offer in a plan's forms: the office's own, then those the plan names, then those of the
        other plans; each once, however it is spelt."""
        from db.units import unit_key  # noqa: PLC0415 - the first paint needs none of this
        from desktop.units import known_units  # noqa: PLC0415 - as above

        own = [unit.name for unit in self.agency.units] if self.agency else []
        found: dict[str, str] = {}
        for name in (*own, *known_units(plan), *self.units):
            found.setdefault(unit_key(name), name)
        return list(found.values())

    def leaders(self, plan: Plan) -> list[str]:
        """Return the leaders to offer for a task: those the plan names, as it writes them, then the office's own."""
        from plans.leaders import leader_key, named_leaders  # noqa: PLC0415 - as above

        found: dict[str, str] = {}
        for name in (*named_leaders(plan), *(self.agency.leaders if self.agency else ())):
            found.setdefault(leader_key(name), name)
        return list(found.values())

    def register(self, plan: Plan) -> list[Registered]:
        """Return the documents to offer in a plan's texts: those of its own legal bases, then the library's."""
        from plans.nodes import LegalBasis  # noqa: PLC0415 - as above
        from plans.register import merged, register  # noqa: PLC0415 - as above

        own = register(basis.text.plain for basis in plan.bases.children if isinstance(basis, LegalBasis))
        return merged(own, self.documents)

    def codes(self) -> list[str]:
        """Return what may follow "Lưu:", the drafting unit's own first: "VT, VHXH"."""
        if self.agency is None:
            return []
        codes = [self.agency.unit_code, *(unit.code for unit in self.agency.units)]
        return [f"VT, {code}" for code in dict.fromkeys(filter(None, codes))]


NO_OFFICE = OfficeFacts()
