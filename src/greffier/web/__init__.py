"""The record as pages on the reader's own machine: everything served from here, nothing fetched."""
