"""Decoded text to blocks and metadata; nothing is deleted, blocks are labelled."""
