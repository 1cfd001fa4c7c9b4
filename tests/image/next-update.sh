#!/usr/bin/env bash
# The update after the image in BUILD_IMAGE: the same root with another number, signed by the same key. With BROKEN that file of it ends with
# an error as soon as it is started.  tests/image/next-update.sh BUILD_IMAGE OUT SERIAL [BROKEN]
set -euo pipefail
out=$(realpath "$1")
mkdir -p "$2"
made=$(realpath "$2")
serial=$3 broken=${4:-}
cd "$(dirname "$0")/../.."
source image/parts/root.sh
source image/parts/disk.sh
as_root cp -a "$out/root" "$made/root"
printf '%s\n' "$serial" | as_root tee "$made/root/usr/share/desk-kiosk/image-serial" >/dev/null
as_root sed -i "s/^IMAGE_VERSION=.*/IMAGE_VERSION=$serial/" "$made/root/usr/lib/os-release"
if [ -n "$broken" ]; then printf '#!/bin/sh\nexit 1\n' | as_root tee "$made/root/$broken" >/dev/null; fi
seal_root "$made/root" "$made/desk-update" "$made/boot" "$serial"
make_kernels "$made/root" "$made/desk-update" "$made/boot"
build/release/bin/desk-ctl update sign "$made/desk-update" --key "$out/keys/update" --serial "$serial" >/dev/null
as_root rm -rf "$made/root"
