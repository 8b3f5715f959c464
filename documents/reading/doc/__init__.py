"""Old Word files (.doc) into blocks: turned into .docx for the same reader, their words held against a second opinion.

What bears the name .doc and is something else is known by its content (``kinds``) and read where that is safe.
"""
