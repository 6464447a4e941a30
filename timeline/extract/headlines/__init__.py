"""Headlines: a clause as an editor would print it."""
