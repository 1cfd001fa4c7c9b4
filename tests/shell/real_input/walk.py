"""A visit by hand: the stops of a tour script (data/samples/tour.toml), each pressed, typed or switched on the real screen."""
import tomllib

from hands import Finger, Keyboard, Pause, Pointer
from screen import Trouble

MOST_TABS = 120
BOUNCE_MM = 9.5


def stops_of(path):
    with open(path, "rb") as script:
        return tomllib.load(script)["stop"]


class Touching:
    """A finger or a pointer: goes to the middle of the target, down, and up once the target shows that it is held."""
    types_digits = False

    def __init__(self, kiosk, hand):
        self.kiosk, self.hand, self.pause = kiosk, hand, Pause()
        self.px_per_bounce = BOUNCE_MM * max(kiosk.screen.width, kiosk.screen.height) / 476.0

    def press(self, key):
        frame = self.kiosk.frame
        x, y = frame.middle(key)
        self.pause.before(key, x, y, self.px_per_bounce)
        answered = frame.answered
        self.hand.down(x, y)
        self.kiosk.wait_for("the target %s held" % key, lambda now: now.held == key)
        self.hand.up(x, y)
        self.kiosk.wait_for("what follows " + key, lambda now: now.answered > answered)
        self.pause.after(key, x, y)  # counted from the answer: a loaded machine takes a tap for as late as it comes to it

    def drag(self, key, start, end):
        x, y, w, h = self.kiosk.frame.targets[key][:4]
        place = lambda at: (x + int(at[0] * w), y + int(at[1] * h))
        self.hand.down(*place(start))
        self.kiosk.wait_for("the page held", lambda now: now.held == key)
        for step in range(1, 5):
            self.hand.move(*place([a + (b - a) * step / 4 for a, b in zip(start, end)]))
        self.hand.up(*place(end))
        self.kiosk.wait_for("the box drawn", lambda now: now.held == "" and now.can_press("frame.next"))


class Keys:
    """Tab and Shift-Tab to the target, Enter; digits as they are."""
    types_digits = True

    def __init__(self, kiosk):
        self.kiosk, self.keyboard = kiosk, Keyboard(kiosk.screen)
        self.keyboard.x.focus_the_window()

    def focus_on(self, back=False):
        before = self.kiosk.frame.focus
        self.keyboard.tap("Tab", shift=back)
        self.kiosk.wait_for("the focus to leave " + before, lambda now: now.focus != before)

    def stroke(self, name):
        answered = self.kiosk.frame.answered
        self.keyboard.tap(name)
        self.kiosk.wait_for("what the key %s does" % name, lambda now: now.answered > answered)

    def press(self, key):
        order = list(self.kiosk.frame.targets)
        here = order.index(self.kiosk.frame.focus) if self.kiosk.frame.focus in order else -1
        back = (here - order.index(key)) % len(order) < (order.index(key) - here) % len(order)
        for _ in range(MOST_TABS):
            if self.kiosk.frame.focus == key:
                return self.stroke("Return")
            self.focus_on(back)
        raise Trouble("the focus never comes to %s at %s" % (key, self.kiosk.frame))

    def digit(self, character):
        self.stroke(character)


class Switches(Keys):
    """Two switches, F7 and F8 in the demonstration: the next group or target, and this one. Nothing else."""
    types_digits = False

    def press(self, key):
        for _ in range(MOST_TABS):
            frame = self.kiosk.frame
            if frame.focus == key:
                return self.stroke("F8")
            before = (frame.focus, frame.group)
            self.keyboard.tap("F8" if key in frame.group else "F7")
            self.kiosk.wait_for("the switch to move on from %s %s" % before, lambda now: (now.focus, now.group) != before)
        raise Trouble("switching on never comes to %s at %s" % (key, self.kiosk.frame))


def walker(kind, kiosk):
    if kind == "touch":
        return Touching(kiosk, Finger(kiosk.screen))
    if kind == "pointer":
        return Touching(kiosk, Pointer(kiosk.screen))
    return Keys(kiosk) if kind == "keyboard" else Switches(kiosk)


def pad_key(frame, character):
    for key in ("letter." + character, "pad." + character):
        if key in frame.targets:
            return key
    raise Trouble("no key for the digit at %s" % frame)


def press(hand, key):
    """Presses the target, turning the pages of a list until it is there."""
    kiosk = hand.kiosk
    kiosk.wait_for(key + " or a list to turn over", lambda frame: not frame.busy and (frame.can_press(key) or frame.can_press("list.more")))
    for _ in range(12):
        if kiosk.frame.can_press(key):
            return hand.press(key)
        if not kiosk.frame.can_press("list.more"):
            break
        hand.press("list.more")
    raise Trouble("%s cannot be pressed at %s; there are %s" % (key, kiosk.frame, sorted(kiosk.frame.targets)))


def type_digits(hand, digits):
    for character in digits:
        if hand.types_digits and "pad." + character in hand.kiosk.frame.targets:
            hand.digit(character)
        else:
            press(hand, pad_key(hand.kiosk.frame, character))


def press_kana(hand, character):
    """The tour's kana are plain ones, which have keys of their own; whoever reads English is offered letters first."""
    kiosk, key = hand.kiosk, "kana." + character
    kiosk.wait_for("a keyboard", lambda frame: not frame.busy and frame.can_press("act.switch_keys"))
    if key not in kiosk.frame.targets:
        hand.press("act.switch_keys")
        kiosk.wait_for("the kana", lambda frame: frame.can_press(key))
    press(hand, key)


def obey(hand, stop, number=None):
    kiosk = hand.kiosk
    kiosk.at(stop["at"])
    if stop["at"] == "phone" and number:
        type_digits(hand, number)
    elif stop.get("code"):
        kiosk.wait_for("the message on its way", lambda frame: frame.step == "code" and frame.code == 2)
        type_digits(hand, kiosk.code_from_phone())
    else:
        type_digits(hand, stop.get("type", ""))
    for character in stop.get("type_kana", ""):
        press_kana(hand, character)
    if "drag" in stop:
        left, top, right, bottom = (each / 1000 for each in stop["drag"])
        hand.drag("mask.page", (left, top), (right, bottom))
    for key in stop.get("press", []):
        press(hand, key)


def walk(hand, stops, until=None, number=None):
    """Goes through the stops; with `until`, ends standing at that step, its stop not obeyed."""
    for stop in stops:
        if until is not None and stop["at"] == until:
            hand.kiosk.at(until)
            return
        obey(hand, stop, number)
    if until is not None:
        hand.kiosk.at(until)
