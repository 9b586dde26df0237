"""The record: what many articles report, put together.

Claims stay as they were read; entries (a person, a body, a place, a story) are assembled from
them by judgements that each carry their reasons, and that a person can overrule and undo.
"""
