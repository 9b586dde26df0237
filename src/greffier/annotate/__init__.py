"""Sentences, mentions, entities, roles, coreference, timexes, quantities, quotations, events.

Each stage takes a reading and a language and returns the reading with its own layer filled.
"""
