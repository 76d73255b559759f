"""Learns the points of `points/` from labelled notes and sentences."""
