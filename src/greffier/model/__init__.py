"""Frozen types that every room shares; no I/O, no imports of ours."""
