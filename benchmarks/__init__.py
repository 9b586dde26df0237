"""Quality, speed and their floors: what is measured of greffier, and how."""
