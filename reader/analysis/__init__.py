"""What one article says: passages, names, figures, moments, quotations, and who says so."""

from reader.analysis.analysing import analyse

__all__ = ["analyse"]
