"""The commands that ask the local library."""

from __future__ import annotations

import sys
from contextlib import closing

from db.arrivals import add_arrived
from db.library import default_path
from db.store import PlanStore
from plans.plan import Plan
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

OUTCOMES = {
    "new": N_("Đã nhập vào thư viện."),
    "same": N_("Kế hoạch này đã có trong thư viện, không thay đổi gì."),
    "copy": N_("Thư viện đã có kế hoạch này với nội dung khác; bản vừa nhập được thêm thành một bản riêng."),
}


def list_plans() -> int:
    """Print one line a plan: id, year, status, number of tasks, title and subject, parted by tabs."""
    with closing(PlanStore.open(default_path())) as store:
        for found in store.list():
            year = str(found.year) if found.year else "—"
            print("\t".join((found.id, year, found.status, str(found.tasks), f"{found.title} {found.subject}".strip())))
    return 0


def import_plan(plan: Plan) -> int:
    """Put ``plan`` into the library and print its id; what is there already is never written over."""
    with closing(PlanStore.open(default_path())) as store:
        arrival = add_arrived(store, plan)
    print(arrival.plan_id)
    print(_(OUTCOMES[arrival.outcome]), file=sys.stderr)
    return 0


def load_plan(plan_id: str) -> Plan:
    """Return the plan of that id; Trouble "plan-unknown" where there is none."""
    with closing(PlanStore.open(default_path())) as store:
        return store.load(plan_id).plan
