"""What the desk's face costs, beside Chromium in kiosk mode on a page of the same cards: start, memory, idle, touch, a new kanji, many visits.

Both are looked at from outside, on the same X server with software GL: the first picture and the answer to a touch are pixels that changed
(glass.py); memory is PSS, the browser's that of all its processes. What the desk alone can tell comes from its witness (kiosk/shell/witness.h).
"""
import os
import pwd
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "shell", "real_input"))

from glass import Glass
from hands import environment_for
from kiosk import Kiosk
from screen import Absent, Screen, Trouble, dies_with_us, ended
from visit import SCRIPT
from walk import press, stops_of, walk, walker

SIZE = (1920, 1080)
STARTS = 5
SETTLE_S = 6       # after the first frame the demonstration still starts desk-auth and draws its specimens
IDLE_WINDOW_S = 30
SOME_WORDS = 20    # a list of candidates, the answer to a touch; a question, its answers and its keys are forty to sixty
ROUNDS = 5         # over all cards, and as many turns of the page
PRIMARY = b"\x6e\x3a\x1f"  # 藍, as X keeps it
VISITS, EARLY, WHOLE_EVERY = 500, 50, 25  # two whole visits before the first look: what is loaded once is there then


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def pss_mb(pids):
    total = 0.0
    for pid in pids:
        try:
            with open("/proc/%d/smaps_rollup" % pid, encoding="ascii") as rollup:
                total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


def own_mb(pid):
    """What it has written itself: other desks and browsers beside this one, which share its libraries, do not change it."""
    with open("/proc/%d/smaps_rollup" % pid, encoding="ascii") as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith("Private_Dirty:")) / 1024


def cpu_seconds(pids):
    total = 0.0
    for pid in pids:
        try:
            with open("/proc/%d/stat" % pid, encoding="ascii", errors="replace") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


def children_of(pid):
    found, open_ends = [], [pid]
    while open_ends:
        at = open_ends.pop()
        found.append(at)
        try:
            for task in os.listdir("/proc/%d/task" % at):
                with open("/proc/%d/task/%s/children" % (at, task), encoding="ascii") as listed:
                    open_ends += [int(each) for each in listed.read().split()]
        except OSError:
            continue
    return found


def shows_primary(glass, place):
    return glass.look(*place)[:3] == PRIMARY


def wait_for_primary(glass, place, begun, patience=60):
    while time.monotonic() < begun + patience:
        if shows_primary(glass, place):
            return (time.monotonic() - begun) * 1000
        time.sleep(0.001)
    raise Trouble("no first picture within %d s" % patience)


class Browser:
    """Chromium on peer.html, as a user without rights where we are root: its sandbox wants that, and so would an appliance."""
    NEXT = (1920 - 60 - 390, 1080 - 70)  # within つぎへ of peer.html, beside its word

    def __init__(self, screen, home):
        self.folder = tempfile.mkdtemp(prefix="peer-", dir=home)
        command = ["chromium", "--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
                   "--disable-background-networking", "--disable-component-update", "--window-size=1920,1080", "--window-position=0,0",
                   "--user-data-dir=" + self.folder, "file://" + os.path.join(self.folder, "peer.html")]
        shutil.copy(os.path.join(HERE, "peer.html"), self.folder)
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chmod(home, 0o755)
            for path in (self.folder, os.path.join(self.folder, "peer.html")):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
            command = ["setpriv", "--reuid=%d" % nobody.pw_uid, "--regid=%d" % nobody.pw_gid, "--clear-groups", "--"] + command
            command.insert(command.index("chromium") + 1, "--no-sandbox")  # where user namespaces are closed; it only makes the peer lighter
        self.begun = time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=dict(environment_for(screen, self.folder)), preexec_fn=dies_with_us)

    def pids(self):
        return children_of(self.process.pid)

    def close(self):
        for pid in reversed(self.pids()[1:]):
            try:
                os.kill(pid, 15)
            except ProcessLookupError:
                continue
        ended(self.process)


def idle_share(pids):
    before, begun = cpu_seconds(pids), time.monotonic()
    time.sleep(IDLE_WINDOW_S)
    return 100 * (cpu_seconds(pids) - before) / (time.monotonic() - begun)


def peer_figures(screen, home):
    if shutil.which("chromium") is None:
        return None
    glass, starts = Glass(screen), []
    for run in range(STARTS + 1):  # the first one fills the disk's cache
        browser = Browser(screen, home)
        try:
            starts.append(wait_for_primary(glass, Browser.NEXT, browser.begun))
            if run < STARTS:
                continue
            time.sleep(SETTLE_S)
            share, memory = idle_share(browser.pids()), pss_mb(browser.pids())
            cards = [(60 + 613 * (i % 3) + 300, 290 + 162 * (i // 3) + 60) for i in range(12)]
            answers = []
            for _ in range(ROUNDS):
                for x, y in cards:
                    answers.append(glass.click_time(x, y, (x - 298, y, 8, 8)))
                answers.append(glass.click_time(1660, 1010, (62, 150, 600, 40)))
                answers.append(glass.click_time(260, 1010, (62, 150, 600, 40)))
        finally:
            browser.close()
        while shows_primary(glass, Browser.NEXT):
            time.sleep(0.01)
    return statistics.median(starts[1:]), share, memory, [each for each in answers if each is not None]


def desk_starts(program, screen, home):
    glass, starts, place = Glass(screen), [], None
    for _ in range(STARTS + 1):
        begun = time.monotonic()
        kiosk = Kiosk(program, screen, home)
        try:
            if place is None:
                x, y, w, h, _, _ = kiosk.at("attract").targets["act.begin"]
                place = (x + w // 2, y + 12)
            starts.append(wait_for_primary(glass, place, begun))
        finally:
            kiosk.close()
        while shows_primary(glass, place):
            time.sleep(0.01)
    return statistics.median(starts[1:])


def desk_touch(kiosk, glass):
    """Cards of one question, and turning to the next question and back."""
    hand = walker("pointer", kiosk)
    walk(hand, stops_of(SCRIPT), until="industry")
    answers = []
    for _ in range(ROUNDS):
        cards = [key for key in kiosk.at("industry").targets if key.startswith("choice.")]
        for key in cards:
            x, y, w, h, _, _ = kiosk.frame.targets[key]
            answers.append(glass.click_time(x + w // 2, y + h // 2, (x + 1, y + h // 2, 8, 8)))
            kiosk.wait_for(key + " chosen", lambda frame: frame.targets[key][5])
        for key, step in (("frame.next", None), ("frame.back", "industry")):
            x, y, w, h, _, _ = kiosk.frame.targets[key]
            answers.append(glass.click_time(x + w // 2, y + h // 2, (x, kiosk.screen.height // 4, 200, 60)))
            kiosk.wait_for("the other question", lambda frame: frame.step == step if step else frame.step != "industry")
    return [each for each in answers if each is not None], hand


def new_glyphs(kiosk, hand):
    """Of a visit's first way through screens that were never drawn: the slowest frame with some new words in it, the slowest that was new as a
    whole, and the median."""
    spans, read, made = [], kiosk.read, [kiosk.frame.textures]

    def reading(patience):
        came = read(patience)
        if came:
            spans.append(((kiosk.frame.shown - kiosk.frame.began) / 1000, kiosk.frame.textures - made[0]))
            made[0] = kiosk.frame.textures
        return came

    kiosk.read = reading
    stops = stops_of(SCRIPT)
    here = next(i for i, stop in enumerate(stops) if stop["at"] == "industry")
    walk(hand, stops[here:], until="phone")
    kiosk.read = read
    return max(span for span, new in spans if 0 < new <= SOME_WORDS), max(spans), statistics.median(span for span, _ in spans)


def face_figures(folder):
    program = os.path.join(folder, "desk-kiosk")
    with tempfile.TemporaryDirectory(prefix="desk-bench-", ignore_cleanup_errors=True) as home:
        screen = Screen(*SIZE, home, other_users=True)
        try:
            start = desk_starts(program, screen, home)
            kiosk = Kiosk(program, screen, home)
            try:
                kiosk.at("attract")
                time.sleep(SETTLE_S)
                share, memory = idle_share([kiosk.process.pid]), pss_mb([kiosk.process.pid])
                answers, hand = desk_touch(kiosk, Glass(screen))
                some, whole, usual = new_glyphs(kiosk, hand)
            finally:
                kiosk.close()
            peer = peer_figures(screen, home)
        finally:
            screen.close()
    yield ("start to first picture, median of %d" % STARTS, "%.0f ms" % start, "<= 350 ms", start <= 350)
    if peer:
        yield ("  Chromium beside it", "%.0f ms" % peer[0], "ratio %.2f" % (start / peer[0]), None)
    yield ("memory (PSS), idle", "%.0f MB" % memory, "<= 150 MB", memory <= 150)
    if peer:
        yield ("  Chromium beside it", "%.0f MB" % peer[2], "ratio %.2f" % (memory / peer[2]), None)
    yield ("idle CPU over %d s" % IDLE_WINDOW_S, "%.2f %%" % share, "<= 0.3 %", share <= 0.3)
    if peer:
        yield ("  Chromium beside it", "%.2f %%" % peer[1], "", None)
    late = percentile(answers, 0.99)
    yield ("touch to painted picture, p50 of %d" % len(answers), "%.0f ms" % percentile(answers, 0.5), "", None)
    yield ("touch to painted picture, p99", "%.0f ms" % late, "<= 100 ms", late <= 100)
    if peer and peer[3]:
        yield ("  Chromium beside it, p50 / p99", "%.0f / %.0f ms" % (percentile(peer[3], 0.5), percentile(peer[3], 0.99)), "", None)
    yield ("slowest frame with new kanji, beyond the median's %.0f ms" % usual, "%.0f ms" % (some - usual), "<= 50 ms", some - usual <= 50)
    yield ("  with a whole new screen, %d texts" % whole[1], "%.0f ms" % (whole[0] - usual), "", None)


def many_visits(folder):
    """Half an hour: visits in a row, every 25th to its slip, the others given up on the way; the memory of its own after the 50th and the last."""
    stops = stops_of(SCRIPT)
    with tempfile.TemporaryDirectory(prefix="desk-bench-", ignore_cleanup_errors=True) as home:
        screen = Screen(1280, 800, home)
        try:
            kiosk = Kiosk(os.path.join(folder, "desk-kiosk"), screen, home)
            hand = walker("pointer", kiosk)
            early = 0.0
            for visit in range(1, VISITS + 1):
                kiosk.at("attract")
                if visit % WHOLE_EVERY == 0:
                    walk(hand, stops, number="0905%07d" % visit)
                    kiosk.at("done")
                    press(hand, "frame.next")
                else:
                    walk(hand, stops, until="capital")
                    for key in ("frame.help", "act.end_visit", "act.confirm_end"):
                        press(hand, key)
                if visit == EARLY:
                    kiosk.at("attract")
                    early = own_mb(kiosk.process.pid)
            kiosk.at("attract")
            late = own_mb(kiosk.process.pid)
            kiosk.close()
        finally:
            screen.close()
    yield ("memory of its own after %d visits" % EARLY, "%.1f MB" % early, "", None)
    yield ("growth until visit %d" % VISITS, "%.1f MB" % (late - early), "<= 2 MB", late - early <= 2)
