"""Facts for the columnar copy, and writers in processes of their own."""

import multiprocessing
import time

from leadpact.evidence import copy
from leadpact.evidence.copy import writing
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


def write_on(folder, until, grace_s, is_ready):
    """Append fifty facts after fifty facts, until the copy has so many."""
    copy.TAIL_PARTS, copy.GRACE_S = 3, grace_s
    is_ready.set()
    while True:
        with writing(folder) as writer:
            seq = writer.manifest.watermark
            if seq >= until:
                break
            writer.append(facts_between(seq + 1, seq + 50), int(time.time()))


def start_writer(folder, until, grace_s=600):
    """A process of its own that writes, from now on. All come from one that has loaded what they need."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload([__name__])
    is_ready = made.Event()
    process = made.Process(target=write_on, args=(folder, until, grace_s, is_ready))
    process.start()
    assert is_ready.wait(60)
    return process
