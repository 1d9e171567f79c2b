"""Find or install what the tests need: .venv with the test tools, a browser and PostgreSQL's server."""

import glob
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import start

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def postgres_folder() -> str | None:
    """Folder of PostgreSQL's server programs: Debian's newest, or the one on the path."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"), key=lambda p: int(p.split("/")[4]))
    on_path = shutil.which("postgres")
    place = found[-1] if found else on_path
    return str(Path(place).parent) if place else None


def browser() -> str | None:
    """Path of a chromium."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def main() -> None:
    start.check_python()
    start.install("dev")
    missing = []
    if browser() is None:
        missing.append("chromium")
    if postgres_folder() is None:
        missing.append("postgresql")
    if missing:
        start.as_root(missing, "The tests need a browser and PostgreSQL's server.")


if __name__ == "__main__":
    main()
