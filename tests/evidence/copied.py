"""Facts for the columnar copy, and a writer in a process of its own. Imports little: it is started again and again."""

import os
import subprocess
import sys
from pathlib import Path

from leadpact.evidence.copy_parts import NAMES, table_of

NOW_S = 1_780_387_200
KINDS = ("captured", "described", "call", "won", "corrected")


def cells(fact):
    """A fact as a row of the copy."""
    filled = {"id": f"fact-{fact['seq']}", "recorded_s": fact["occurred_s"], "side": "system", **fact}
    filled |= {"occurred_month": 202601, "occurred_on": "2026-01-01"}
    return tuple(filled.get(name) for name in NAMES)


def facts_between(first, last):
    """Facts of several kinds with the seqs from first to last."""
    rows = []
    for seq in range(first, last + 1):
        fact = {"seq": seq, "kind": KINDS[seq * 7 % 5], "lead_id": seq % 97, "occurred_s": NOW_S + seq, "points": None}
        rows.append(cells({**fact, "source": f"s{seq % 3}" if seq % 2 else None}))
    return table_of(rows)


WRITES = """
import sys, time
from pathlib import Path
from leadpact.evidence import copy
from leadpact.evidence.copy import writing
from tests.evidence.copied import NOW_S, facts_between
copy.TAIL_PARTS, copy.GRACE_S = 3, int(sys.argv[3])
folder, until = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
while True:
    with writing(folder) as writer:
        seq = writer.manifest.watermark
        if seq >= until:
            break
        writer.append(facts_between(seq + 1, seq + 50), int(time.time()))
"""


def start_writer(folder, until, grace_s=600):
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, "-c", WRITES, str(folder), str(until), str(grace_s)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process
