"""What stops the reading of a file, said in one sentence."""

from __future__ import annotations


class OwnDataError(ValueError):
    """A file that cannot be read. The message is a sentence in the language in use.

    In a notebook only the sentence is shown, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of the traceback."""
        return [str(self)]
