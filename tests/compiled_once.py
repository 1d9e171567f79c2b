"""One folder for the queries that tests compile: each is compiled once for all their processes and runs."""

from pathlib import Path

KEPT = Path(__file__).resolve().parents[1] / ".cache" / "compiled"


def keep_compiled():
    """Keep compiled queries beside the tests; what the product would set is set first, and then replaced."""
    from leadpact.evidence import compiled

    compiled.keep_in(KEPT)
    compiled.keep_in = lambda _folder: None
