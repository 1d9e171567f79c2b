#!/usr/bin/env python3
"""Install Leadpact into .venv and open it. Needs nothing but Python 3.11 or later.

python3 start.py              the filled demo company
python3 start.py --empty      your own, empty
python3 start.py --install    only install
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}


def say(text: str) -> None:
    """Tell the person at the machine."""
    print(text, file=sys.stderr, flush=True)


def run(command: list[str], **options: object) -> None:
    """Run a command; on failure say which and stop."""
    done = subprocess.run(command, check=False, **options)
    if done.returncode:
        say(f"This failed: {' '.join(map(str, command))}")
        say("Mend what it says above and run start.py again; nothing is lost.")
        raise SystemExit(done.returncode or 1)


def check_python() -> None:
    """Stop when this Python is too old."""
    if sys.version_info < (3, 11):
        found = sys.version.split()[0]
        say(f"Leadpact needs Python 3.11 or later; this is {found}. On Debian 12: apt-get install python3")
        raise SystemExit(2)


def as_root(packages: list[str], why: str) -> None:
    """Install Debian packages when root, else say the command."""
    command = f"apt-get install -y {' '.join(packages)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(f"{why} Run this once as root, then again what you ran: {command}")
        raise SystemExit(2)
    say(f"{why} Installing: {' '.join(packages)}")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    run(["apt-get", "update", "-q"], **quiet)
    run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], **quiet)


def make_venv() -> None:
    """Make .venv: with uv when it is there, else with venv."""
    if PYTHON.exists():
        return
    if shutil.which("uv"):
        run(["uv", "venv", "-q", "--python", sys.executable, str(VENV)])
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - only looked for: Debian ships it apart
    except ImportError:
        as_root(["python3-venv"], "Python's venv module is missing.")
    run([sys.executable, "-m", "venv", str(VENV)])


def install(which: str) -> None:
    """Bring .venv to the state of the lock; does nothing when it is already."""
    lock = LOCKS[which]
    digest = hashlib.sha256(lock.read_bytes() + str(ROOT).encode()).hexdigest()
    stamps = {name: VENV / f"leadpact-{name}.stamp" for name in LOCKS}
    if PYTHON.exists() and stamps[which].exists() and stamps[which].read_text() == digest:
        return
    say(f"Installing into {VENV.name} (a minute or two the first time) …")
    make_venv()
    if shutil.which("uv"):
        run(["uv", "pip", "install", "-q", "--python", str(PYTHON), "--require-hashes", "-r", str(lock)])
    else:
        quiet = ["--disable-pip-version-check", "-q"]
        run([str(PYTHON), "-m", "pip", "install", *quiet, "--require-hashes", "-r", str(lock)])
    packages = next((VENV / "lib").glob("python3*")) / "site-packages"
    (packages / "leadpact.pth").write_text(f"{ROOT / 'src'}\n")
    script = VENV / "bin" / "leadpact"
    script.write_text(f"#!{PYTHON}\nfrom leadpact.__main__ import main\n\nraise SystemExit(main())\n")
    script.chmod(0o755)
    stamps[which].write_text(digest)


def main() -> None:
    """Install, and unless told otherwise open Leadpact."""
    parser = argparse.ArgumentParser(description="Install Leadpact into .venv and open it in the browser.")
    parser.add_argument("--install", action="store_true", help="only install")
    parser.add_argument("--dev", action="store_true", help="with what the tests need")
    parser.add_argument("--empty", action="store_true", help="your own company instead of the demo")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default 8000)")
    options = parser.parse_args()
    check_python()
    install("dev" if options.dev else "run")
    if options.install:
        return
    command = [str(PYTHON), "-m", "leadpact", "start", "--port", str(options.port)]
    command += ["--empty"] if options.empty else []
    command += ["--no-browser"] if options.no_browser else []
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
