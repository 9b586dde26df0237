"""`python -m greffier` is the command line."""

from greffier.cli import main

main()
