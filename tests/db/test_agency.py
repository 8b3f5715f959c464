"""The office's facts in the library."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.store import PlanStore
from plans.agency import Agency, Signer, proposed_agency
from plans.profile import LayoutProfile
from plans.signing import SigningCase


def test_a_library_knows_no_office_before_it_is_told(store: PlanStore):
    assert store.agency() is None


def test_the_office_comes_back_as_it_was_told_also_after_closing(library: Path, store: PlanStore):
    agency = Agency(
        kind="phường",
        commune="Khe Mơ",
        units=proposed_agency("phường", "Khe Mơ").units,
        signers=(Signer(name="Lò Văn Thử", case=SigningCase.ORDER, office="CHÁNH VĂN PHÒNG"),),
        profile=LayoutProfile(body_size=13),
    )
    store.set_agency(agency)
    store.close()
    with closing(PlanStore.open(library)) as again:
        assert again.agency() == agency


def test_a_later_office_replaces_the_former(store: PlanStore):
    store.set_agency(proposed_agency("xã", "Khe Mơ"))
    store.set_agency(proposed_agency("xã", "Suối Đá"))
    office = store.agency()
    assert office is not None
    assert office.commune == "Suối Đá"
