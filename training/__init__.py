"""How the models inside the wheel are made."""
