"""Backups of the library as a clerk sees them: made by themselves each day, listed, and taken back."""
