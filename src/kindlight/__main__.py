"""`python -m kindlight` opens the room."""

from kindlight.cli import main

main()
