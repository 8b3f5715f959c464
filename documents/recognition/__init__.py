"""Recognition: neutral blocks become a structured plan; every guess is told, no word is dropped."""

from documents.recognition.recognising import recognise
from documents.recognition.report import Guess, ImportReport, Recognition

__all__ = ["Guess", "ImportReport", "Recognition", "recognise"]
