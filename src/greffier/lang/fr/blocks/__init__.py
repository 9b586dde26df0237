"""Lines of French pages: furniture, bylines, picture credits, datelines."""
