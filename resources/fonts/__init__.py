"""The widths of a Times-metric font, and the script that wrote them."""
