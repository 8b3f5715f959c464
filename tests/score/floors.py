"""What the reading of the exam must at least reach in CI: one table, raised as reading gets better, never lowered.

Keyed by the format of the plan's file, then by column of the score's table (see ``tests/score/__main__.py``): the figure
of all plans of that format together.
"""

FLOORS: dict[str, dict[str, float]] = {
    "txt": {"head": 0.9, "hF1": 0.86, "depth": 0.95, "units": 0.77, "years": 1, "recip": 0.92, "sign": 0.91, "targ": 0.82,
            "tgparts": 0.97, "tasks": 0.43, "tkparts": 1, "tables": 0.35, "notes": 1},
    "docx": {"head": 0.74, "hF1": 0.66, "depth": 1, "units": 0.8, "recip": 0.7, "sign": 0.71, "targ": 0.77,
             "tgparts": 0.94, "tables": 0.66, "notes": 1},
}  # fmt: skip
