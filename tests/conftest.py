"""What all tests share: generated cases are the same at every run in CI, and new ones at every run at a desk."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
