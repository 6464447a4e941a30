"""Print docs/times.md."""

from timeline.times.handbook import to_markdown

print(to_markdown(), end="")
