"""What the numbers of a document measure, of whom, and when."""
