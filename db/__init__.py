"""The library on disk: SQLite through SQLAlchemy. The door is ``db.store.PlanStore``; it hands out ``db.records``.

Rows and domain objects are mapped by hand in ``mapping``: no plan carries a session. ``search`` and ``engine`` are the
only modules that speak SQLite's own tongue; the rest is portable SQL.
"""
