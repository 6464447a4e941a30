"""Chinese sentences as tagged words and clauses."""
