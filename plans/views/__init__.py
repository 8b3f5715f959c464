"""What a plan says, seen another way: tasks by unit, by leader, by quarter, by target and by result, and the
assignment appendix.

Pure functions of a plan, always in step with its tasks because nothing here is stored.
"""

from __future__ import annotations

from plans.views.coverage import Coverage, TargetCover, UnitCoverage, coverage, unit_coverage
from plans.views.leaders import AssignmentRow, LeaderDuties, duties_by_leader
from plans.views.results import Outcome, Results, TargetRow, outcome, results
from plans.views.roadmap import Quarter, Roadmap, RoadmapEntry, moved_deadline, roadmap, span_of
from plans.views.tables import is_roadmap, may_be_made, roadmap_table, task_appendix, task_table, unit_table
from plans.views.tasks import TaskRow, UnitDuties, duties_by_unit, task_rows, units_of, units_with_duties

__all__ = [
    "AssignmentRow",
    "Coverage",
    "LeaderDuties",
    "Outcome",
    "Quarter",
    "Results",
    "Roadmap",
    "RoadmapEntry",
    "TargetCover",
    "TargetRow",
    "TaskRow",
    "UnitCoverage",
    "UnitDuties",
    "coverage",
    "duties_by_leader",
    "duties_by_unit",
    "is_roadmap",
    "may_be_made",
    "moved_deadline",
    "outcome",
    "results",
    "roadmap",
    "roadmap_table",
    "span_of",
    "task_appendix",
    "task_rows",
    "task_table",
    "unit_coverage",
    "unit_table",
    "units_of",
    "units_with_duties",
]
