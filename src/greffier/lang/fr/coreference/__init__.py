"""Pronouns, plain nouns and genders of French."""
