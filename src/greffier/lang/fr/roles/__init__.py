"""Offices and occupations, as French tells them."""
