"""The page "Việc của đơn vị": what one unit owes in a year, over all plans of the library."""

from desktop.unit_duties.page import UnitDutiesPage

__all__ = ["UnitDutiesPage"]
