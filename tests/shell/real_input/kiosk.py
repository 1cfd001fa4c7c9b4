"""The real desk-kiosk in demonstration, seen through its witness (kiosk/shell/witness.h): what stands on the screen, frame by frame."""
import base64
import glob
import http.client
import json
import os
import re
import select
import socket
import subprocess
import time

from hands import environment_for
from screen import Absent, Trouble, dies_with_us, ended

PATIENCE_S = 60  # for any one answer of a device; a loaded machine takes seconds where a desk takes one
PRINTED, LINK_SENT = 4, 2  # PrintPhase and LinkPhase of kiosk/flow/model.h


class Frame:
    def __init__(self, line):
        told = json.loads(line)
        self.number, self.began, self.shown = told["frame"], told["began"], told["shown"]
        self.step, self.overlay, self.busy, self.focus = told["step"], told["overlay"], told["busy"], told["focus"]
        self.group = told["group"]
        self.held, self.answered = told["held"], told["answered"]
        self.print, self.link, self.code = told["print"], told["link"], told["code"]
        self.textures, self.text_bytes, self.problems = told["textures"], told["text_bytes"], told["problems"]
        self.targets = {key: (x, y, w, h, enabled, selected) for key, x, y, w, h, enabled, selected in told["targets"]}

    def middle(self, key):
        x, y, w, h = self.targets[key][:4]
        return x + w // 2, y + h // 2

    def can_press(self, key):
        return key in self.targets and self.targets[key][4]

    def __str__(self):
        return "frame %d at %s%s%s" % (self.number, self.step, " under overlay %d" % self.overlay if self.overlay else "",
                                       ", busy" if self.busy else "")


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("desk", timeout=20)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(20)
        self.sock.connect(self.path)


class Kiosk:
    """One run of the program in `home`, a folder of the test's."""

    def __init__(self, program, screen, home, arguments=(), window=True):
        if os.path.exists("/etc/desk-kiosk/desk.toml"):
            raise Absent("this machine is a configured desk; no demonstration is started beside it")
        self.screen, self.home = screen, home
        reading, writing = os.pipe()
        self.log_path = os.path.join(home, "kiosk.log")
        command = [program, "--today", "2026-08-12T10:00"]
        if window:
            command += ["--window", "%dx%d" % (screen.width, screen.height)]
        with open(self.log_path, "ab") as log:
            self.began = time.clock_gettime(time.CLOCK_BOOTTIME)
            self.process = subprocess.Popen(command + list(arguments), stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[writing],
                                            env=dict(environment_for(screen, home), DESK_TELL_TARGETS=str(writing)), preexec_fn=dies_with_us)
        os.close(writing)
        self.line = reading
        self.rest = b""
        self.frame = None
        self.problems = {}  # of every frame seen: the problem, and where it was seen first

    # ---- frames
    def read(self, patience):
        """Takes what the witness has told; True when there was a frame. The newest one counts."""
        if not select.select([self.line], [], [], max(0, patience))[0]:
            return False
        piece = os.read(self.line, 1 << 20)
        if not piece:
            raise Trouble("desk-kiosk ended at %s: %s" % (self.frame, self.log()[-400:]))
        *lines, self.rest = (self.rest + piece).split(b"\n")
        for line in lines:
            self.frame = Frame(line)
            for problem in self.frame.problems:
                if not problem.startswith("word broken"):  # not beautiful, but readable; the gallery thinks so too
                    self.problems.setdefault(problem, str(self.frame))
        return bool(lines)

    def wait_for(self, what, condition, patience=PATIENCE_S):
        until = time.monotonic() + patience
        while self.frame is None or not condition(self.frame):
            if not self.read(until - time.monotonic()) and time.monotonic() >= until:
                raise Trouble("waited %d s in vain for %s; it is %s with %s; %s" %
                              (patience, what, self.frame, sorted(self.frame.targets) if self.frame else "nothing", self.log()[-300:]))
        return self.frame

    def at(self, step):
        return self.wait_for("the step " + step, lambda frame: frame.step == step and not frame.busy and frame.overlay == 0)

    # ---- what stands beside it
    def folder(self):
        """Of the demonstration, once it is made."""
        found = glob.glob(os.path.join(self.home, "desk-kiosk-*"))
        if not found:
            raise Trouble("the demonstration has no folder in " + self.home)
        return found[0]

    def phone(self):
        """The messages that came to the drawn phone, oldest first."""
        with open(os.path.join(self.folder(), "core.secret"), encoding="ascii") as secret:
            word = base64.b64encode(secret.read().strip().encode()).decode()
        line = UnixConnection(os.path.join(self.folder(), "core.sock"))
        line.request("GET", "/demo/messages", headers={"Authorization": "Basic " + word})
        answer = line.getresponse()
        body = answer.read()
        line.close()
        if answer.status != 200:
            raise Trouble("the drawn phone answers %d" % answer.status)
        return [message["text"] for message in json.loads(body)["messages"]]

    def code_from_phone(self):
        messages = self.phone()
        found = re.search(r"(?<!\d)\d{6}(?!\d)", messages[-1]) if messages else None
        if not found:
            raise Trouble("no code of six digits came to the phone")
        return found.group(0)

    def slips(self):
        return sorted(glob.glob(os.path.join(self.folder(), "printer", "*.png")))

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def pids(self):
        """Of the program and of everything that it started and that still runs."""
        children = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open("/proc/%s/stat" % name, encoding="utf-8", errors="replace") as stat:
                        fields = stat.read().rsplit(")", 1)[1].split()
                    children.setdefault(int(fields[1]), []).append(int(name))
                except (OSError, IndexError):
                    continue
        found, open_ends = [], [self.process.pid]
        while open_ends:
            pid = open_ends.pop()
            found.append(pid)
            open_ends += children.get(pid, [])
        return found

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        ended(self.process)
        if self.line is not None:
            os.close(self.line)
            self.line = None
