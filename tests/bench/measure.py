#!/usr/bin/env python3
"""Runs the benchmark programs of a build and prints one small table:  measure.py BIN_FOLDER [--no-kiosk]

The kiosk's figures come from the program as it stands at a counter: desk-kiosk in demonstration under Xvfb with software GL, its own
line "desk-kiosk: first_frame MS", then CPU ticks and PSS from /proc. Every process started here is ended here, by its id.
Exit 1 when a figure could not be taken; a goal that is missed is shown, not failed: this measures, the tests judge.
"""
import ctypes
import json
import os
import re
import selectors
import signal
import subprocess
import sys
import tempfile
import time

START_PATIENCE_S = 60
SETTLE_S = 5        # after the first frame the demonstration still draws its specimen papers
IDLE_WINDOW_S = 30
RUNS = 3
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


def ended(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def start_display():
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=dies_with_us)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    if not number:
        ended(server)
        raise Missing("Xvfb did not start")
    return server, ":" + number


def first_frame(process):
    """Milliseconds as the kiosk tells them, and everything it said before."""
    said = ""
    until = time.monotonic() + START_PATIENCE_S
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stderr, selectors.EVENT_READ)
        while time.monotonic() < until:
            if not waiting.select(until - time.monotonic()):
                break
            piece = os.read(process.stderr.fileno(), 4096).decode(errors="replace")
            if not piece:
                break
            said += piece
            found = re.search(r"^desk-kiosk: first_frame:? (\d+)", said, re.MULTILINE)
            if found:
                return float(found.group(1))
    raise Missing("desk-kiosk told no first frame: " + said.strip()[-200:])


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss_row(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            pss = numbers(r"\nPss:\s+(\d+) kB", rollup.read())[0] / 1024
    except PermissionError:
        # The kiosk makes itself undumpable, so only root may look at its memory.
        return ("memory (PSS), idle", "-", "to be measured as root", None)
    return ("memory (PSS), idle", "%.0f MB" % pss, "<= 150 MB", pss <= 150)


def start_kiosk(folder, display, home):
    # A demonstration with everything it writes in a folder of ours, which goes with us even if the kiosk is killed.
    surroundings = dict(os.environ, DISPLAY=display, SDL_VIDEODRIVER="x11", HOME=home, TMPDIR=home, XDG_RUNTIME_DIR=home)
    return subprocess.Popen([os.path.join(folder, "desk-kiosk"), "--window", "1920x1080"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, env=surroundings, preexec_fn=dies_with_us)


def kiosk_figures(folder):
    if os.path.exists("/etc/desk-kiosk/desk.toml"):
        raise Missing("this machine is a configured desk; the benchmark starts none beside it")
    server, display = start_display()
    try:
        with tempfile.TemporaryDirectory(prefix="desk-bench-") as home:
            frames = []
            for run in range(RUNS):
                kiosk = start_kiosk(folder, display, home)
                try:
                    frames.append(first_frame(kiosk))
                    if run + 1 < RUNS:
                        continue
                    time.sleep(SETTLE_S)
                    before, begun = cpu_seconds(kiosk.pid), time.monotonic()
                    time.sleep(IDLE_WINDOW_S)
                    share = 100 * (cpu_seconds(kiosk.pid) - before) / (time.monotonic() - begun)
                    memory = pss_row(kiosk.pid)
                    if kiosk.poll() is not None:
                        raise Missing("desk-kiosk ended while it was measured")
                finally:
                    ended(kiosk)
                    kiosk.stderr.close()
            frames.sort()
            return [("first frame, median of %d starts" % RUNS, "%.0f ms" % frames[RUNS // 2], "<= 350 ms", frames[RUNS // 2] <= 350),
                    ("idle CPU over %d s" % IDLE_WINDOW_S, "%.2f %%" % share, "<= 0.3 %", share <= 0.3),
                    memory]
    finally:
        ended(server)


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
        parts.insert(0, ("kiosk", kiosk_figures))
    failed = False
    print("%-50s %12s   %s" % ("", "measured", "goal"))
    for name, measure in parts:
        try:
            for what, value, goal, reached in measure(folder):
                print("%-50s %12s   %s%s" % (what, value, goal, "" if reached is None else "  reached" if reached else "  MISSED"), flush=True)
        except (Missing, OSError, ValueError, KeyError) as problem:
            failed = True
            print("%-50s %12s   %s" % (name, "not taken", problem), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
