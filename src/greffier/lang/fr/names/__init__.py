"""Names in French text: the trained finder and the rules that mend it."""
