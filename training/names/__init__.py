"""The name finder: spaCy's French one, taught press names on WiNER-fr (docs/reference/model.md)."""
