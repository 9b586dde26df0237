"""What tells an event in French: triggers by type, and words that tell whether it happened."""
