"""Countries, demonyms, places, organisations and groups, as French names them."""
