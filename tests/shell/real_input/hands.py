"""What a person's hands do to an X server: a pointer and a keyboard through XTEST, a finger through Xorg's inputtest device."""
import ctypes
import ctypes.util
import os
import socket
import struct
import time

KEYSYMS = {"Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "BackSpace": 0xFF08, "Shift": 0xFFE1, "space": 0x20, "F7": 0xFFC4, "F8": 0xFFC5}
# The register takes two taps of one key, or two so close together, for a finger that bounced (kiosk/screens/touch_register.h).
BOUNCE_S = 0.32


def library(name):
    found = ctypes.util.find_library(name)
    if found is None:
        from screen import Absent
        raise Absent("no lib" + name)
    return ctypes.CDLL(found)


class Xlib:
    def __init__(self, display):
        self.x, self.test = library("X11"), library("Xtst")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        for function in (self.x.XFlush, self.x.XSync, self.x.XKeysymToKeycode, self.x.XDefaultRootWindow, self.x.XSetInputFocus, self.x.XQueryTree,
                         self.test.XTestFakeKeyEvent, self.test.XTestFakeButtonEvent, self.test.XTestFakeMotionEvent):
            function.argtypes = None
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(display.encode()))
        if not self.display:
            raise OSError("the X server " + display + " cannot be reached")

    def focus_the_window(self):
        """Without a window manager nobody gives the only window the keyboard."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        top = self.x.XDefaultRootWindow(self.display)
        self.x.XQueryTree(self.display, ctypes.c_ulong(top), ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
        for i in range(count.value):
            self.x.XSetInputFocus(self.display, ctypes.c_ulong(children[i]), 1, ctypes.c_ulong(0))
        self.x.XSync(self.display, 0)

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), ctypes.c_ulong(0))

    def button(self, down):
        self.test.XTestFakeButtonEvent(self.display, 1, int(down), ctypes.c_ulong(0))

    def key(self, name, down):
        symbol = KEYSYMS.get(name) or ord(name)
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol)) & 0xFF
        self.test.XTestFakeKeyEvent(self.display, code, int(down), ctypes.c_ulong(0))

    def flush(self):
        self.x.XFlush(self.display)


class Pointer:
    """A mouse: moves, presses, releases."""

    def __init__(self, screen):
        self.x = Xlib(screen.name)

    def down(self, x, y):
        self.x.move(x, y)
        self.x.button(True)
        self.x.flush()

    def move(self, x, y):
        self.x.move(x, y)
        self.x.flush()

    def up(self, x, y):
        self.x.move(x, y)
        self.x.button(False)
        self.x.flush()


class Finger:
    """One finger on the touch device of Xorg: TouchBegin, TouchUpdate and TouchEnd as a panel's driver posts them."""
    BEGIN, UPDATE, END = 18, 19, 20  # of XInput 2
    AXIS = 0xFFFF
    VERSION, WAIT, TOUCH = 0, 1, 6   # of the driver's protocol, 1.1

    def __init__(self, screen):
        screen.wait_for_touch()
        self.screen, self.id = screen, 0
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.line.settimeout(20)
        self.line.connect(screen.touch_socket)
        self.line.sendall(struct.pack("=IIHH", 12, self.VERSION, 1, 1))
        self._answer()

    def _answer(self):
        head = self.line.recv(8, socket.MSG_WAITALL)
        length = struct.unpack("=II", head)[0]
        if length > 8:
            self.line.recv(length - 8, socket.MSG_WAITALL)

    def _post(self, kind, x, y):
        values = [0.0] * 64
        values[0] = (x + 0.5) * self.AXIS / self.screen.width
        values[1] = (y + 0.5) * self.AXIS / self.screen.height
        values[4] = 500.0
        mask = bytes([0b10011]) + bytes(7)
        body = struct.pack("=II", self.id, kind) + struct.pack("=I8s4x", 0, mask) + struct.pack("=64d", *values) + bytes(64 * 8)
        self.line.sendall(struct.pack("=II", 8 + len(body), self.TOUCH) + body)
        self.line.sendall(struct.pack("=II", 8, self.WAIT))
        self._answer()

    def down(self, x, y):
        self.id = (self.id + 1) % 10  # the device has fifteen places for fingers
        self._post(self.BEGIN, x, y)

    def move(self, x, y):
        self._post(self.UPDATE, x, y)

    def up(self, x, y):
        self._post(self.END, x, y)


class Keyboard:
    def __init__(self, screen):
        self.x = Xlib(screen.name)

    def tap(self, name, shift=False):
        if shift:
            self.x.key("Shift", True)
        self.x.key(name, True)
        self.x.key(name, False)
        if shift:
            self.x.key("Shift", False)
        self.x.flush()


class Pause:
    """Between two taps that the register would take for one."""

    def __init__(self):
        self.last = None

    def before(self, key, x, y, px_per_bounce):
        now = time.monotonic()
        if self.last is not None:
            last_key, last_x, last_y, when = self.last
            near = abs(x - last_x) <= px_per_bounce and abs(y - last_y) <= px_per_bounce
            if (key == last_key or near) and now - when < BOUNCE_S:
                time.sleep(BOUNCE_S - (now - when))

    def after(self, key, x, y):
        self.last = (key, x, y, time.monotonic())


def environment_for(screen, home):
    """Everything that the desk writes lands in `home`, which goes with the test."""
    return dict(os.environ, DISPLAY=screen.name, SDL_VIDEODRIVER="x11", HOME=home, TMPDIR=home, XDG_RUNTIME_DIR=home)
