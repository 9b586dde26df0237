"""English words of page furniture, for the French pack's line rules."""
