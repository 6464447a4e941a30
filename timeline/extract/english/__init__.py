"""The same for English text."""
