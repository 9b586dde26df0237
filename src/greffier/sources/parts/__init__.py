"""What several kinds of source share: markup, days, columns, lines, articles in parts."""
