#!/usr/bin/env python3
"""A whole visit at the real desk-kiosk by one kind of input:  visit.py BIN_FOLDER touch|pointer|keyboard|switches|english|largest

From はじめる to the start screen again: questions, the code read from the demonstration's phone, papers from the tray, the slip. Exit 0: so
it was, 1: it was not, 77: this machine cannot try it, and standard output says why.
"""
import os
import sqlite3
import sys
import tempfile
import time

from kiosk import Kiosk, LINK_SENT, PRINTED
from screen import Absent, Screen, Trouble
from walk import press, stops_of, walk, walker

SKIPPED = 77
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "data", "samples", "tour.toml")
WAYS = {  # kind of hand, window, arguments
    "touch": ("touch", (1920, 1080), ()),
    "pointer": ("pointer", (1080, 1920), ()),
    "keyboard": ("keyboard", (1920, 1080), ()),
    "switches": ("switches", (1920, 1080), ()),
    "english": ("pointer", (1920, 1080), ()),
    "largest": ("pointer", (1280, 800), ("--text", "4")),
}


def expect(truth, what):
    if not truth:
        raise Trouble(what)


def stops_for(way):
    stops = stops_of(SCRIPT)
    if way not in ("keyboard", "switches"):
        return stops
    # A box over a number is drawn with a finger; whoever cannot leaves the page as it was scanned, to be masked with the staff.
    stops = [stop for stop in stops if stop["at"] != "masking" and "hide.2" not in stop["press"]]
    # With two switches every digit costs a walk over the keys: the same questions, shorter figures.
    small = {"capital": "90", "pc_cost": "90", "register_cost": "90"} if way == "switches" else {}
    return [dict(stop, type=small.get(stop["at"], stop.get("type", ""))) for stop in stops]


def go(way, folder, home):
    kind, size, arguments = WAYS[way]
    screen = Screen(*size, home, touch=kind == "touch")
    kiosk = None
    try:
        kiosk = Kiosk(os.path.join(folder, "desk-kiosk"), screen, home, arguments)
        kiosk.at("attract")
        hand = walker(kind, kiosk)
        if way == "english":
            press(hand, "frame.language")
            kiosk.wait_for("the languages", lambda frame: "lang.en" in frame.targets)
            press(hand, "lang.en")
        walk(hand, stops_for(way))
        done = kiosk.wait_for("the slip and the page", lambda frame: frame.step == "done" and not frame.busy and frame.link == LINK_SENT)
        expect(done.print == PRINTED, "the slip is not printed but in phase %d" % done.print)
        expect(len(kiosk.slips()) == 1, "the printer has %d slips" % len(kiosk.slips()))
        press(hand, "frame.next")
        kiosk.at("attract")
        finished = finished_records(kiosk)
        expect(finished == [True], "the store holds %s as finished" % finished)
        expect(not kiosk.problems, "layout: %s" % kiosk.problems)
        expect("SC-" not in kiosk.log(), "the log complains: " + kiosk.log()[-300:])
    finally:
        if kiosk is not None:
            kiosk.close()
        screen.close()


def finished_records(kiosk):
    """Of every record in the store, whether it was finished: the end is written a moment after the screen has changed."""
    until = time.monotonic() + 20
    while True:
        store = sqlite3.connect("file:%s?mode=ro" % os.path.join(kiosk.folder(), "store", "desk.db"), uri=True)
        rows = [row[0] is not None for row in store.execute("SELECT finished FROM applications")]
        store.close()
        if (rows and all(rows)) or time.monotonic() > until:
            return rows
        kiosk.read(0.1)


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in WAYS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="desk-real-", ignore_cleanup_errors=True) as home:
            go(sys.argv[2], sys.argv[1], home)
        print("a whole visit by %s in %.1f s" % (sys.argv[2], time.monotonic() - begun))
    except Absent as why:
        print("skipped: %s" % why)
        return SKIPPED
    except Trouble as why:
        print("visit by %s: %s" % (sys.argv[2], why), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
