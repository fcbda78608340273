"""A private room for practising self-kindness."""

__version__ = "0.1.0"
