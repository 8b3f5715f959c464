"""Alembic's folder: one file a schema step in ``versions``; ``env`` runs them on the connection it is handed."""
