#!/usr/bin/env python3
"""After a visit nothing of the person is in memory or in a file that lies open, seen from outside:  wipe.py BIN_FOLDER [ENDING…]

For every way a visit can end (finished, cancelled, abandoned, parked, killed) a real desk-kiosk is led through a visit with a random
mobile number and the kana of a random name. While they are at hand the search must find them and the code in the desk's memory, or finding nothing later would prove
nothing. After the end the memory of the desk and of all it started, and every file in its home, are searched again.

Exit 0: wiped, 1: not, 77: this machine cannot look, and standard output says why.
"""
import os
import secrets
import sys
import tempfile
import time

from kiosk import Kiosk, LINK_SENT
from memory import Search
from screen import Absent, Screen, Trouble
from visit import SCRIPT, SKIPPED
from walk import press, stops_of, type_digits, walk, walker

WIPED_WITHIN_S = 15  # the last worker has put away what it had in hand


def random_number():
    return "090" + str(1 + secrets.randbelow(9)) + "".join(str(secrets.randbelow(10)) for _ in range(7))


def random_kana():
    """Long enough to stand nowhere by chance; of kana with a key of their own, so that each is one tap."""
    return "".join(secrets.choice("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもらりるれろ") for _ in range(9))


def with_name(stops, family, given):
    """The tour's stops with another name: typed, converted, the first candidate taken."""
    named = [{"at": "contact_name", "type_kana": family, "press": ["frame.next"]}, {"at": "contact_name", "press": ["word.0"]},
             {"at": "contact_name", "type_kana": given, "press": ["frame.next"]}, {"at": "contact_name", "press": ["word.0"]},
             {"at": "contact_name", "press": ["frame.next"]}]
    here = next(i for i, stop in enumerate(stops) if stop["at"] == "contact_name")
    return stops[:here] + named + [stop for stop in stops[here:] if stop["at"] != "contact_name"]


def is_desk_auth(pid):
    try:
        with open("/proc/%d/comm" % pid, encoding="ascii", errors="replace") as comm:
            return comm.read().strip() == "desk-auth"
    except OSError:
        return False


def in_memory(pids, words):
    """desk-auth is searched for all but the code: its demonstration keeps the messages of the drawn phone, which is not the desk's."""
    everything, without_code = Search(words), Search({what: word for what, word in words.items() if what != "code"})
    return [place for pid in pids for place in (without_code if is_desk_auth(pid) else everything).in_process(pid)]


class Visit:
    def __init__(self, folder, home):
        self.home = home
        self.screen = Screen(1280, 800, home)
        self.kiosk = Kiosk(os.path.join(folder, "desk-kiosk"), self.screen, home)
        self.kiosk.at("attract")
        self.hand = walker("pointer", self.kiosk)
        self.words = {"number": random_number(), "name": random_kana(), "given": random_kana()}
        self.stops = with_name(stops_of(SCRIPT), self.words["name"], self.words["given"])

    def close(self):
        self.kiosk.close()
        self.screen.close()

    def to(self, step):
        here = next(i for i, stop in enumerate(self.stops) if stop["at"] == self.kiosk.frame.step)
        walk(self.hand, self.stops[here:], until=step, number=self.words["number"])

    def must_be_there(self, *whats):
        """The search finds what is at hand now, each of the words."""
        found = in_memory([self.kiosk.process.pid], {what: self.words[what] for what in whats})
        for what in whats:
            if not any(place.startswith(what) for place in found):
                raise Trouble("the search does not even find the %s while it is on the screen" % what)

    def must_be_gone(self, when):
        search = Search(self.words)
        until = time.monotonic() + WIPED_WITHIN_S
        while True:
            found = in_memory(self.kiosk.pids(), self.words) + search.in_folder(self.home)
            if not found:
                return
            if time.monotonic() > until:
                raise Trouble("%s there still is\n  %s" % (when, "\n  ".join(found[:20])))
            self.kiosk.read(0.2)

    # ---- the walk
    def type_number(self):
        self.to("phone")
        type_digits(self.hand, self.words["number"])
        self.must_be_there("number", "name", "given")

    def type_code(self):
        self.type_number()
        press(self.hand, "frame.next")
        self.kiosk.wait_for("the message on its way", lambda frame: frame.step == "code" and frame.code == 2 and not frame.busy)
        self.words["code"] = self.kiosk.code_from_phone()
        type_digits(self.hand, self.words["code"])
        self.must_be_there("number", "code")

    def leave(self, *keys, at="attract"):
        """係員を呼ぶ, おわりにする, and what is then chosen."""
        for key in ("frame.help", "act.end_visit", *keys):
            self.kiosk.wait_for("the way to " + key, lambda frame: frame.can_press(key))
            press(self.hand, key)
        self.kiosk.at(at)


def finished(visit):
    visit.type_code()
    press(visit.hand, "frame.next")
    visit.kiosk.at("papers")
    visit.to("review")
    press(visit.hand, "frame.next")
    visit.kiosk.wait_for("the slip and the page", lambda frame: frame.step == "done" and not frame.busy and frame.link == LINK_SENT)
    visit.must_be_there("number")
    press(visit.hand, "frame.next")
    visit.kiosk.at("attract")


def cancelled(visit):
    visit.type_code()
    visit.leave("act.confirm_end")


def abandoned(visit):
    visit.type_code()
    # The warning after two minutes, its 45 seconds, and nobody answers.
    visit.kiosk.wait_for("the screen to be given up", lambda frame: frame.step == "attract", patience=240)


def parked(visit):
    visit.type_code()
    press(visit.hand, "frame.next")
    visit.kiosk.at("papers")
    visit.must_be_there("number")
    visit.leave("act.take_slip", at="done")
    press(visit.hand, "frame.next")
    visit.kiosk.at("attract")


def killed(visit):
    visit.type_code()
    started = visit.kiosk.pids()
    visit.kiosk.kill()
    until = time.monotonic() + 20
    while any(os.path.exists("/proc/%d/mem" % pid) for pid in started):
        if time.monotonic() > until:
            raise Trouble("what a killed desk started outlives it: %s" % [pid for pid in started if os.path.exists("/proc/%d" % pid)])
        time.sleep(0.05)


WAYS = {"finished": finished, "cancelled": cancelled, "abandoned": abandoned, "parked": parked, "killed": killed}


def prove(ending, folder):
    with tempfile.TemporaryDirectory(prefix="desk-wipe-", ignore_cleanup_errors=True) as home:
        visit = Visit(folder, home)
        try:
            WAYS[ending](visit)
            visit.must_be_gone("after a visit that was " + ending)
        finally:
            visit.close()
        leftover = Search(visit.words).in_folder(home)
        if leftover:
            raise Trouble("after the desk was closed: " + "; ".join(leftover[:10]))


def main():
    endings = sys.argv[2:] or list(WAYS)
    if len(sys.argv) < 2 or not set(endings) <= set(WAYS):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for ending in endings:
            begun = time.monotonic()
            prove(ending, sys.argv[1])
            print("%s: nothing left (%.1f s)" % (ending, time.monotonic() - begun), flush=True)
    except Absent as why:
        print("skipped: %s" % why)
        return SKIPPED
    except Trouble as why:
        print("wipe: %s" % why, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
