"""Which clauses tell an event, when it was, and how much it matters."""
