"""A visit at the booted desk, by its places on the 1280x800 panel."""
import json
import time

from boot import is_picture
from machine import Failed

BEGIN = (960, 267)
AGREE = (1074, 748)
NEXT = (1074, 748)
# An answer to each of the first questions: a card, a row of a list, and a digit each for the capital and the number of employees.
ANSWERS = ((270, 430), (340, 382), (1026, 447), (1026, 447))
STILL = 8  # seconds without a change: on software CPU a screen comes in several slow frames


def changed(box, before, what):
    """The next picture, once all of it stands."""
    now = box.wait_for_picture(what, lambda picture: picture.share_unlike(before) > 0.01, patience=120)
    still = 0
    while still < STILL:
        time.sleep(1)
        later = box.picture()
        still = still + 1 if later.share_unlike(now) < 0.0005 else 0
        now = later
    return now


def header_differs(one, other):
    """The name of the chamber gives way to the reception number and the line of stations."""
    return any(one.at(x, y) != other.at(x, y) for x in range(30, 160, 2) for y in range(25, 60, 2))


def begin(box, touch, answers=0):
    """From the start screen over consent to the first questions; the reception number stands in the header from then on."""
    box.wait_for_picture("start screen", is_picture)
    time.sleep(STILL)
    start = box.picture()
    touch(*BEGIN)
    picture = changed(box, start, "consent")
    touch(*AGREE)
    box.wait_for_picture("reception number", lambda now: header_differs(now, start), patience=120)
    picture = changed(box, picture, "first question")
    for place in ANSWERS[:answers]:
        touch(*place)
        picture = changed(box, picture, "answer")
        touch(*NEXT)
        picture = changed(box, picture, "next question")
    return True


def kept(box):
    """The records as the desk's own program lists them inside: reception number to what is saved of it."""
    said, status = box.run("desk-ctl application list --json")
    if status != 0:
        raise Failed("desk-ctl application list: " + said)
    records = {}
    for one in json.loads(said)["applications"]:
        shown, status = box.run(f"desk-ctl application show {one['application']} --json")
        if status != 0:
            raise Failed("desk-ctl application show: " + shown)
        record = json.loads(shown)
        records[one["reception"]] = {key: record[key] for key in ("application", "created", "answers_saved", "updated")}
    return records


def lost(earlier, now):
    """Receptions of which something is missing that was there before."""
    def whole(number, was):
        found = now.get(number)
        return found and found["application"] == was["application"] and found["answers_saved"] >= was["answers_saved"] and found["updated"] >= was["updated"]
    return [number for number, was in earlier.items() if not whole(number, was)]
