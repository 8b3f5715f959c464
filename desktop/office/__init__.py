"""The office that drafts: the page where a commune is chosen and its facts corrected, and what they look like printed.

The page is the first run's and "Đơn vị của tôi…" alike; ``plans.agency`` proposes, the library keeps.
"""
