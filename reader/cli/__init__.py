"""The command line."""


def main() -> None:
    """Run the command ``parallax``."""
    raise SystemExit("not written yet")
