"""PDF files with a text layer into blocks: letters with places become words, lines, columns, tables and paragraphs.

``content`` asks the library, in a process of its own; everything else is plain geometry. Lengths are points (1/72
inch), places are counted from the top left of the page as it is shown.
"""
