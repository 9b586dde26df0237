"""How French reports words: verbs, prepositions, conjunctions."""
