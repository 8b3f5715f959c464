"""Alembic's folder: one file a schema step in ``versions``; ``env`` runs them on the connection it is handed.

A new step: change ``db.tables``; write ``versions/NNNN_words.py`` by hand (revision, down_revision, upgrade; on SQLite
``op.batch_alter_table`` rebuilds a table); add its number to ``db.schema.STEPS``; freeze a file with
tests/db/frozen/make.py. The tests hold the steps against a fresh library. There is no way down: the backup made before
the step is the way back.
"""
