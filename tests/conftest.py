"""What all tests share: generated cases are the same at every run in CI, and new ones at every run at a desk."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

_DESKTOP = Path(__file__).parent / "desktop"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """The window's tests switch the collector off (see desktop/conftest.py); the others shall not go on without it."""
    if _DESKTOP not in item.path.parents:
        gc.enable()
