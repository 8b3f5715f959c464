"""The commands that ask the local library."""

from __future__ import annotations

from contextlib import closing

from db.library import default_path
from db.store import PlanStore
from plans.plan import Plan
from resources.texts import gettext as _


def list_plans() -> int:
    """Print one line a plan: id, year, status, number of tasks, title and subject, parted by tabs."""
    with closing(PlanStore.open(default_path())) as store:
        for found in store.list():
            year = str(found.year) if found.year else "—"
            print("\t".join((found.id, year, found.status, str(found.tasks), f"{found.title} {found.subject}".strip())))
    return 0


def import_plan(plan: Plan) -> int:
    """Put ``plan`` into the library and print its id; a plan already there is replaced by its newer reading."""
    with closing(PlanStore.open(default_path())) as store:
        known = next((found.revision for found in store.list() if found.id == plan.id), None)
        store.save(plan, expected_revision=known)
        print(_("Đã nhập vào thư viện: {plan}").format(plan=plan.id))
    return 0


def load_plan(plan_id: str) -> Plan:
    """Return the plan of that id; Trouble "plan-unknown" where there is none."""
    with closing(PlanStore.open(default_path())) as store:
        return store.load(plan_id).plan
