"""Figures of French text: counts, sums, shares, ranges, bounds."""
