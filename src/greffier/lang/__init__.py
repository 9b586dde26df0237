"""Language packs: what is particular to one language, as rules with examples and lexicons."""
