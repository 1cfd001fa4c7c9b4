"""X servers for a test: Xvfb, or Xorg with a panel in memory and a true touch device (its inputtest driver). Ended by id."""
import ctypes
import os
import shutil
import signal
import subprocess
import time

PR_SET_PDEATHSIG = 1
START_PATIENCE_S = 30


class Trouble(Exception):
    """What did not come about, with the place."""


class Absent(Exception):
    """Something that this machine does not have: the test is skipped, and this says why."""


def dies_with_us():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def ended(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Screen:
    """An X server of the given size; `name` is what DISPLAY holds. With `touch`, `touch_socket` takes what fingers do (hands.py).
    `other_users`: also of a browser that runs as somebody else."""

    def __init__(self, width, height, folder, touch=False, other_users=False):
        self.width, self.height, self.touch_socket = width, height, None
        reading, writing = os.pipe()
        try:
            command = self._with_touch(folder) if touch else ["Xvfb", "-screen", "0", "%dx%dx24" % (width, height), "-nolisten", "tcp"]
            command += ["-ac"] if other_users else []
            self.process = subprocess.Popen(command + ["-displayfd", str(writing)], pass_fds=[writing], stdin=subprocess.DEVNULL,
                                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=dies_with_us)
        except OSError as problem:
            raise Absent("%s cannot be started: %s" % (command[0], problem)) from problem
        finally:
            os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            ended(self.process)
            raise Trouble("%s did not start%s" % (command[0], self._log_end()))
        self.name = ":" + number

    def _with_touch(self, folder):
        server = shutil.which("Xorg") or "/usr/lib/xorg/Xorg"
        for needed in (server, "/usr/lib/xorg/modules/input/inputtest_drv.so", "/usr/lib/xorg/modules/drivers/dummy_drv.so"):
            if not os.path.exists(needed):
                raise Absent("no " + needed + ": install xserver-xorg-core and xserver-xorg-video-dummy")
        self.touch_socket = os.path.join(folder, "touch.sock")
        self.log = os.path.join(folder, "xorg.log")
        # A reduced-blanking mode line of our own: the dummy driver knows no EDID, only clocks.
        wide, high = self.width, self.height
        clock = (wide + 160) * (high + 40) * 60 / 1e6
        text = f"""
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "panel"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "glass"
  HorizSync 5-300
  VertRefresh 5-300
  Option "ReducedBlanking" "true"
  Modeline "wanted" {clock:.2f} {wide} {wide + 48} {wide + 80} {wide + 160} {high} {high + 3} {high + 8} {high + 40} +hsync -vsync
EndSection
Section "Screen"
  Identifier "screen"
  Device "panel"
  Monitor "glass"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "wanted"
    Virtual {wide} {high}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "SocketPath" "{self.touch_socket}"
EndSection
Section "ServerLayout"
  Identifier "desk"
  Screen "screen"
  InputDevice "fingers"
EndSection
"""
        path = os.path.join(folder, "xorg.conf")
        with open(path, "w", encoding="ascii") as out:
            out.write(text)
        return [server, "-config", path, "-logfile", self.log, "-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts"]

    def _log_end(self):
        try:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                return ": " + " | ".join(line.strip() for line in log if "(EE)" in line)[-600:]
        except (AttributeError, OSError):
            return ""

    def wait_for_touch(self):
        until = time.monotonic() + START_PATIENCE_S
        while not os.path.exists(self.touch_socket):
            if time.monotonic() > until:
                raise Trouble("the touch device did not come up" + self._log_end())
            time.sleep(0.01)

    def close(self):
        ended(self.process)
