"""Are two things the same? One file a kind of thing; every answer carries its reasons."""
