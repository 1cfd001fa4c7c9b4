"""Seen from the glass: when did the pixels at a place change? One way of looking for the desk and for its peer, so that their figures compare.

The time of a touch runs from just before the event is given to the X server until the first look that finds the picture at that place changed.
A look costs a round trip of some 0.1 ms and comes every half millisecond.
"""
import ctypes
import time

from hands import Xlib

LOOK_EVERY_S = 0.0005
ALL_PLANES = ctypes.c_ulong(0xFFFFFFFFFFFFFFFF)
Z_PIXMAP = 2
SIDE = 8


class XImage(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]


class Glass:
    def __init__(self, screen):
        self.hands = Xlib(screen.name)
        x = self.hands.x
        x.XGetImage.restype = ctypes.POINTER(XImage)
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.root = ctypes.c_ulong(x.XDefaultRootWindow(self.hands.display))

    def look(self, x, y, w=SIDE, h=SIDE):
        image = self.hands.x.XGetImage(self.hands.display, self.root, ctypes.c_int(int(x)), ctypes.c_int(int(y)), ctypes.c_uint(w), ctypes.c_uint(h),
                                       ALL_PLANES, Z_PIXMAP)
        if not image:
            raise OSError("the screen cannot be read at %d,%d" % (x, y))
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * h)
        self.hands.x.XFree(image.contents.data)
        self.hands.x.XFree(image)
        return pixels

    def wait_for_change(self, place, before, patience):
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if self.look(*place) != before:
                return time.monotonic()
            time.sleep(LOOK_EVERY_S)
        return None

    def still(self, place, span=0.15):
        """What stands at the place once it has not changed for a while."""
        seen, since = self.look(*place), time.monotonic()
        while time.monotonic() - since < span:
            now = self.look(*place)
            if now != seen:
                seen, since = now, time.monotonic()
            time.sleep(0.005)
        return seen

    def click_time(self, x, y, watch, patience=5):
        """Milliseconds from the release of a click until the watched place has changed; None when it never does."""
        self.hands.move(x, y)
        self.hands.button(True)
        self.hands.flush()
        before = self.still(watch)
        begun = time.monotonic()
        self.hands.button(False)
        self.hands.flush()
        changed = self.wait_for_change(watch, before, patience)
        return None if changed is None else (changed - begun) * 1000
