"""Readers: one per file format, each turning a file into the same neutral list of blocks with hints."""
