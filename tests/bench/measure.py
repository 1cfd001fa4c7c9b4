#!/usr/bin/env python3
"""Runs the benchmark programs of a build and prints one small table:  measure.py BIN_FOLDER [--no-kiosk] [--long]

The kiosk's own figures, beside Chromium's, are taken by face_figures.py. Every process started here is ended here, by its id.
Exit 1 when a figure could not be taken; a goal that is missed is shown, not failed: this measures, the tests judge.
"""
import ctypes
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from face_figures import Absent, Trouble, face_figures, many_visits

PR_SET_PDEATHSIG = 1


class Missing(Exception):
    """A figure that could not be taken, and why."""


def dies_with_us():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def output_of(command, **more):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, preexec_fn=dies_with_us, **more)
    except OSError as problem:
        raise Missing(str(problem)) from problem
    except subprocess.TimeoutExpired as problem:
        raise Missing("did not end within 600 s") from problem
    if done.returncode != 0:
        raise Missing(f"exit {done.returncode}: {done.stderr.strip()[-200:]}")
    return done.stdout


def numbers(pattern, text):
    found = re.search(pattern, text)
    if not found:
        raise Missing("its output has changed: " + text.strip()[:120])
    return [float(each) for each in found.groups()]


def page_figures(folder):
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as papers:
        output_of([os.path.join(folder, "desk-specimens"), papers, "2026-09-01", "--jpg"])
        sheets = sorted(os.path.join(papers, name) for name in os.listdir(papers) if name.endswith(".jpg"))
        text = output_of([os.path.join(folder, "scanner_bench"), *sheets])
    pages = [(float(straight), float(crooked)) for straight, crooked in re.findall(r"raw to PDF\s+(\d+) ms CPU, crooked\s+(\d+) ms", text)]
    if len(pages) != len(sheets) + 1:
        raise Missing("its output has changed: " + text.strip()[:120])
    straight, crooked = (max(each) / 1000 for each in zip(*pages))
    return [("A4 300 dpi page to PDF, CPU, slowest of %d" % len(pages), "%.2f s" % straight, "<= 0.5 s", straight <= 0.5),
            ("the same, lying crooked", "%.2f s" % crooked, "<= 0.5 s", crooked <= 0.5)]


def slip_figures(folder):
    first, median, _ = numbers(r"first slip ([\d.]+) ms; median ([\d.]+) ms, slowest ([\d.]+) ms", output_of([os.path.join(folder, "printer_bench")]))
    return [("receipt to ESC/POS bytes, first", "%.0f ms" % first, "<= 60 ms", first <= 60),
            ("receipt to ESC/POS bytes, median", "%.0f ms" % median, "<= 60 ms", median <= 60)]


def code_figures(folder):
    # On the disk that holds the sources: a folder in memory commits for nothing and would flatter nobody but SQLite.
    with tempfile.TemporaryDirectory(prefix="desk-bench-", dir=os.path.dirname(os.path.abspath(folder))) as disk:
        told = json.loads(output_of([os.path.join(folder, "auth_bench"), disk]))
    ratio = 100 * told["ratio"]
    return [("code issue + check, durable, over the socket", "%.2f ms" % told["issue_and_check_ms"], "", None),
            ("two SQLite commits on the same disk", "%.2f ms" % told["two_commits_ms"], "", None),
            ("rate beside that", "%.0f %%" % ratio, ">= 80 %", ratio >= 80)]


def catalogue_figures(folder):
    command = [os.path.join(folder, "desk-ctl"), "catalog", "check", "--json"]
    times = []
    for _ in range(7):
        begun = time.monotonic()
        told = json.loads(output_of(command))
        times.append((time.monotonic() - begun) * 1000)
        if not told["ok"]:
            raise Missing("a golden case fails")
    median = sorted(times)[len(times) // 2]
    return [("all packs and %d golden cases, whole process" % told["cases"], "%.0f ms" % median, "<= 50 ms", median <= 50)]


BATCH_LINES = 100_000


def estimate_lines(years):
    # Every year in turn, with amounts that walk over all bounds; a frame that a year does not have is no line of it.
    for number in range(BATCH_LINES):
        yield json.dumps({"year": years[number % len(years)], "frame": "normal", "cost": 1 + number * 97 % 12_000_000,
                          "processes": 1 + number % 5, "size": ("micro", "sme")[number % 2]})


def rules_figures(folder):
    packs = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "..", "data", "catalog", "packs")
    told = json.loads(output_of([os.path.join(folder, "rules_bench"), packs]))
    rows = [("one estimate, %s" % method.replace("_", " "), "%.2f us" % us, "<= 5 us", us <= 5) for method, us in told.items()]
    years = [pack["year"] for pack in json.loads(output_of([os.path.join(folder, "desk-ctl"), "catalog", "check", "--json"]))["packs"]]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="ascii") as lines:
        lines.writelines(line + "\n" for line in estimate_lines(years))
        lines.flush()
        begun = time.monotonic()
        answers = output_of([os.path.join(folder, "desk-ctl"), "rules", "estimate", "--batch", lines.name])
        took = time.monotonic() - begun
    if answers.count("\n") != BATCH_LINES or '"error"' in answers:
        raise Missing("a line was not answered: " + answers[:120])
    return rows + [("rules estimate --batch, {:,} lines".format(BATCH_LINES), "%.2f s" % took, "<= 2 s", took <= 2)]


def main():
    folder = sys.argv[1]
    parts = [("catalogue", catalogue_figures), ("rules", rules_figures), ("receipt", slip_figures), ("page", page_figures), ("code", code_figures)]
    if "--no-kiosk" not in sys.argv[2:]:
        parts.insert(0, ("face", face_figures))
    if "--long" in sys.argv[2:]:
        parts.append(("visits", many_visits))
    failed = False
    print("%-50s %12s   %s" % ("", "measured", "goal"))
    for name, measure in parts:
        try:
            for what, value, goal, reached in measure(folder):
                print("%-50s %12s   %s%s" % (what, value, goal, "" if reached is None else "  reached" if reached else "  MISSED"), flush=True)
        except (Missing, Trouble, Absent, OSError, ValueError, KeyError) as problem:
            failed = True
            print("%-50s %12s   %s" % (name, "not taken", problem), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
