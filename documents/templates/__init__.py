"""Templates of offices: what a template may hold, and all that is wrong with one, each fault at its place.

Pure reading: nothing here runs a template (see ``documents.rendering.office``).
"""
