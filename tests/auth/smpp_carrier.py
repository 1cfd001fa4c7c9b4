#!/usr/bin/env python3
"""A mobile carrier that speaks SMPP 3.4, for tests: smpp_carrier.py INBOX.jsonl

Binds a free loopback port and prints it. Each message is a line in INBOX.jsonl. What happens to it depends on the last two digits of
the number: 01 and all else delivered; 66 undeliverable; 55 expired; 77 accepted, no receipt ever; 11 refused (invalid address);
88 refused (throttled); 99 never answered. Receipts follow at once. Ends when its standard input closes, so never outlives a test.
"""
import json
import os
import socket
import struct
import sys
import threading
import time

BIND = {0x01: "receiver", 0x02: "transmitter", 0x09: "transceiver"}
SUBMIT, DELIVER, ENQUIRE, UNBIND = 0x04, 0x05, 0x15, 0x06
RESPONSE = 0x80000000
OK, BIND_FAILED, INVALID_ADDRESS, THROTTLED = 0x00, 0x0D, 0x0B, 0x58
write_lock = threading.Lock()
next_id = 0


def pdu(command, status, sequence, body=b""):
    return struct.pack(">IIII", 16 + len(body), command, status, sequence) + body


def take_exactly(peer, count):
    data = b""
    while len(data) < count:
        more = peer.recv(count - len(data))
        if not more:
            raise ConnectionError
        data += more
    return data


def c_string(data, at):
    end = data.index(0, at)
    return data[at:end].decode("ascii", "replace"), end + 1


def read_submit(body):
    _, at = c_string(body, 0)
    source_ton, source_npi = body[at], body[at + 1]
    source, at = c_string(body, at + 2)
    target, at = c_string(body, at + 2)
    esm_class = body[at]
    at += 3
    _, at = c_string(body, at)
    _, at = c_string(body, at)
    registered, _, coding, _, length = body[at:at + 5]
    payload = body[at + 5:at + 5 + length]
    if esm_class & 0x40:
        payload = payload[1 + payload[0]:]
    text = payload.decode("utf-16-be" if coding & 0x0C == 8 else "latin-1", "replace")
    return {"to": target, "from": source, "coding": coding, "text": text, "report": registered & 1, "multipart": bool(esm_class & 0x40),
            "units": len(payload) // 2 if coding & 0x0C == 8 else len(payload)}


def receipt(number, sender, message_id, state):
    stamp = time.strftime("%y%m%d%H%M")
    good = "001" if state == "DELIVRD" else "000"
    text = (f"id:{message_id} sub:001 dlvrd:{good} submit date:{stamp} done date:{stamp} stat:{state} "
            f"err:{'000' if state == 'DELIVRD' else '001'} text:").encode("ascii")
    return (b"\0" + b"\x01\x01" + number.encode() + b"\0" + b"\x01\x01" + sender.encode() + b"\0" + b"\x04\0\0" + b"\0\0" +
            b"\0\0\0\0" + bytes([len(text)]) + text)


def serve(peer, inbox):
    global next_id
    sequence = 0
    try:
        while True:
            length, command, _, number = struct.unpack(">IIII", take_exactly(peer, 16))
            body = take_exactly(peer, length - 16)
            if command in BIND:
                user, at = c_string(body, 0)
                password, _ = c_string(body, at)
                good = (user, password) == ("kiosk", "smpppw")
                peer.sendall(pdu(command | RESPONSE, OK if good else BIND_FAILED, number, b"CARRIER\0"))
            elif command == ENQUIRE:
                peer.sendall(pdu(command | RESPONSE, OK, number))
            elif command == UNBIND:
                peer.sendall(pdu(command | RESPONSE, OK, number))
                return
            elif command == SUBMIT:
                message = read_submit(body)
                ending = message["to"][-2:]
                if ending in ("11", "88"):
                    peer.sendall(pdu(command | RESPONSE, INVALID_ADDRESS if ending == "11" else THROTTLED, number, b"\0"))
                    continue
                if ending == "99":
                    continue
                with write_lock:
                    next_id += 1
                    message["id"] = str(next_id)
                    inbox.write(json.dumps(message, ensure_ascii=False) + "\n")
                    inbox.flush()
                peer.sendall(pdu(command | RESPONSE, OK, number, message["id"].encode() + b"\0"))
                if message["report"] and ending != "77":
                    sequence += 1
                    state = {"66": "UNDELIV", "55": "EXPIRED"}.get(ending, "DELIVRD")
                    peer.sendall(pdu(DELIVER, OK, sequence, receipt(message["to"], message["from"], message["id"], state)))
    except (ConnectionError, OSError):
        pass


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    inbox = open(sys.argv[1], "a", encoding="utf-8")

    def accept():
        while True:
            peer, _ = listener.accept()
            threading.Thread(target=serve, args=(peer, inbox), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()
