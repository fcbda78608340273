"""The words shown to people, and other things people wrote for people: help lines, the demo's life."""

from kindlight.content.words import all_words, say

__all__ = ["all_words", "say"]
