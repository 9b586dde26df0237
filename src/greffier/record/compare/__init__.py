"""Are two names the same? One file a kind of entity; every answer carries its reasons."""
