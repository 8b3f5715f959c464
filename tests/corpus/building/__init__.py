"""Builds the exam: from marked plans to the files an office has, with the truth beside them."""
