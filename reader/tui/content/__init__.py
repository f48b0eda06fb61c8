"""Where the model becomes styled text: rows of pieces, each a run of words and the roles they play.

Nothing here draws or knows a colour, and nothing elsewhere turns words of an article into something that is shown.
"""

from reader.tui.content.pieces import BLANK, Piece, Row, clip, fit, pad, row_width, wrap

__all__ = ["BLANK", "Piece", "Row", "clip", "fit", "pad", "row_width", "wrap"]
