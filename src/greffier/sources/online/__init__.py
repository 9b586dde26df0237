"""The network: which addresses may be fetched, how, how politely, and feeds watched over time."""
