"""Measurements: quality against gold, speed against peers."""
