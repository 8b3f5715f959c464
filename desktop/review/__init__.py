"""The review of an import: the source as it was read beside the plan recognised in it, linked, doubted, corrected."""

from desktop.review.page import ReviewPage

__all__ = ["ReviewPage"]
