"""Let `python -m detente` be the command where the script is not on the path."""

from detente.cli.main import main

if __name__ == "__main__":
    main()
