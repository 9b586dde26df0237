"""English: only what French pages hold of it, since their furniture is often left in English."""
