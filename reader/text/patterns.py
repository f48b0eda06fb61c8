"""Regular expressions compiled when they are first used.

Compiling takes Python a quarter of a millisecond an expression on average, and up to three: a program that only lists
articles needs none of the two hundred, and an article needs about half of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    expression = re.compile
else:

    class expression:
        """A regular expression with the methods of ``re.Pattern``, compiled when the first of them is asked for."""

        __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

        def __init__(self, source: str, flags: int = 0) -> None:
            """Take the expression as ``re.compile`` does; an error in it is raised at its first use."""
            self._source = source
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            """Compile, and keep the methods: from then on a call costs what it costs of a compiled pattern."""
            compiled = re.compile(self._source, self._flags)
            for method in self.__slots__[2:]:
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)
