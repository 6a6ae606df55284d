"""The one error that a command shows as a sentence instead of a traceback."""

from __future__ import annotations


class KitError(Exception):
    """A foreseeable problem: the message says what is wrong, where, and what to do."""
