"""Families of plans: the yearly kinds a commune drafts, each with its sections, usual goals and tasks, and hints.

A family is a start, not a text to sign: hints stand in the notes that never print, goals have no value and tasks no
more than a title, a proposed lead, a product and a deadline, so that the checks say what is still to be decided.
"""

from __future__ import annotations

from plans.families.building import plan_of_family
from plans.families.digital import ADMINISTRATIVE_REFORM, COMMUNICATIONS, DIGITAL
from plans.families.economy import SOCIO_ECONOMIC
from plans.families.outline import Family
from plans.families.people import EDUCATION, POVERTY
from plans.families.safety import DISASTERS, RECRUITMENT

FAMILIES: tuple[Family, ...] = (
    SOCIO_ECONOMIC, EDUCATION, ADMINISTRATIVE_REFORM, DIGITAL, DISASTERS, POVERTY, RECRUITMENT, COMMUNICATIONS,
)  # fmt: skip
"""In the order they are offered."""

__all__ = ["FAMILIES", "Family", "plan_of_family"]
