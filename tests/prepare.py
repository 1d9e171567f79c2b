"""Find or install what the tests need: .venv with the test tools, a browser, PostgreSQL's server, Node's trackers."""

import glob
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import start

NODE = Path(__file__).resolve().parent / "node"
MODULES = start.VENV / "node"
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


def trackers() -> None:
    """Bring .venv/node to the state of its lock. Without the network its test says that it was left out."""
    digest = hashlib.sha256((NODE / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / "leadpact.stamp"
    if stamp.exists() and stamp.read_text() == digest:
        return
    MODULES.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(NODE / name, MODULES)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, check=False, cwd=MODULES, timeout=300).returncode:
        start.say("Node's trackers could not be fetched (see above); the test that sends from them is left out.")
        return
    stamp.write_text(digest)


def main() -> None:
    start.check_python()
    start.install("dev")
    missing = []
    if browser() is None:
        missing.append("chromium")
    if postgres_folder() is None:
        missing.append("postgresql")
    if shutil.which("npm") is None:
        missing += ["nodejs", "npm"]
    if missing:
        start.as_root(missing, "The tests need a browser, PostgreSQL's server and Node.")
    trackers()


if __name__ == "__main__":
    main()
