"""Run pytest against a PostgreSQL server of its own: a private folder and socket, stopped at the end.

python tests/on_postgres.py [pytest arguments]
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.prepare import postgres_folder


def _as_postgres(command):
    """PostgreSQL refuses to run as root: then it runs as the user that Debian's package makes."""
    return (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command] if os.geteuid() == 0 else command
    )


@contextmanager
def server():
    """Give the address of a fresh server, and stop it by its own process in the end."""
    programs = postgres_folder()
    if programs is None:
        raise SystemExit("PostgreSQL's server is not installed: run make test, which says how.")
    with tempfile.TemporaryDirectory(prefix="lp-pg-") as folder:
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres", folder], check=True)
        data = f"{folder}/data"
        make = [f"{programs}/initdb", "-D", data, "-U", "leadpact", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(_as_postgres(make), check=True, stdout=subprocess.DEVNULL, cwd=folder)
        command = [f"{programs}/postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        command += ["-c", "max_connections=60", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
        log = open(f"{folder}.log", "w")
        process = subprocess.Popen(_as_postgres(command), stdout=log, stderr=log, cwd=folder)
        try:
            _wait(folder, process)
            yield f"postgres://leadpact@/postgres?host={folder}"
        finally:
            process.terminate()
            process.wait(30)
            log.close()
            os.unlink(log.name)


def _wait(folder, process):
    for _ in range(200):
        if Path(f"{folder}/.s.PGSQL.5432").exists() and "ready to accept" in Path(f"{folder}.log").read_text():
            return
        if process.poll() is not None:
            raise SystemExit(Path(f"{folder}.log").read_text())
        time.sleep(0.05)
    raise SystemExit("PostgreSQL did not come up within 10 seconds.")


def main():
    with server() as url:
        environment = {**os.environ, "LEADPACT_DATABASE_URL": url}
        return subprocess.run([sys.executable, "-m", "pytest", *sys.argv[1:]], env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
