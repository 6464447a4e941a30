"""Who a document speaks of, and whom a clause is about."""
