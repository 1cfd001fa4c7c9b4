# The appliance's root: Debian's packages (cached), the desk's own, and what seals it. Sourced by image/build.

readonly root_age=1700000000

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# Without a terminal a line every tenth part is enough.
counted() { awk -F'[][/]' '/^\[/ {p=int($2*10/$3); if (p!=last) {print "  " p*10 " %"; fflush(); last=p}} /error|FAILED/ {print}'; }

build_packages() {  # FOLDER
  [ -f build/release/build.ninja ] || cmake --preset release >/dev/null
  NINJA_STATUS='[%f/%t] ' cmake --build --preset release --target kiosk_programs | counted
  rm -rf "$1"
  (umask 022; cpack --config build/release/CPackConfig.cmake -B "$1" >"$1.log" 2>&1) || { tail -n 30 "$1.log" >&2; return 1; }
  rm -rf "$1/_CPack_Packages" "$1.log"
  du -h --apparent-size "$1"/*.deb | sed "s#$1/#  #"
}

# What the desk's packages need of Debian's, and what the appliance adds.
wanted_packages() {  # FOLDER of packages
  local package
  for package in "$1"/*.deb; do dpkg-deb -f "$package" Depends; done | tr ',' '\n' | sed 's/(.*//; s/ //g' | grep -vE '^desk-(ctl|auth|kiosk)$'
  sed 's/ *#.*//; /^$/d' image/appliance/packages
}

# The machine's own package sources are used and not named: neither here nor in what is made.
machine_sources() {
  find /etc/apt/sources.list.d /etc/apt/sources.list -name '*.sources' -o -name '*.list' 2>/dev/null | while read -r file; do
    if [ -s "$file" ]; then printf '%s\n' "$file"; fi
  done
}

# How this machine reaches its package sources, as options of mmdebstrap, one a line.
machine_apt_options() {
  local file
  for file in /etc/apt/apt.conf.d/*; do
    if grep -qE '^Acquire::(Check|http|https|Retries)' "$file"; then printf -- '--aptopt=%s\n' "$file"; fi
  done
}

# Unpacks build/image/root from the cache, which all clones of one person share, and which is made anew when a package is added or it is a
# week old.
package_root() {  # OUT
  local out=$1 store=${XDG_CACHE_HOME:-$HOME/.cache}/desk-kiosk wanted name cache part options sources
  wanted=$(wanted_packages "$out/packages" | sort -u)
  name=$(printf "%s\n" "$wanted" | cat - image/appliance/dracut.conf | sha256sum | cut -c1-16)
  cache=$store/root-$name.tar.zst
  mkdir -p "$store"
  find "$store" -mindepth 1 -maxdepth 1 -mtime +7 -exec rm -rf {} +
  if [ ! -s "$cache" ]; then
    echo "  $(wc -l <<<"$wanted") packages and what they need; some minutes the first time …"
    part=$(mktemp -d "$store/part.XXXXXX")
    mapfile -t sources < <(machine_sources)
    mapfile -t options < <(machine_apt_options)
    as_root env SOURCE_DATE_EPOCH="$root_age" mmdebstrap --mode=root --variant=minbase --format=tar \
      "${options[@]}" --aptopt='Apt::Install-Recommends "false"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
      --include="$(tr '\n' ' ' <<<"$wanted")" \
      --setup-hook='mkdir -p "$1"/etc/dracut.conf.d; cp image/appliance/dracut.conf "$1"/etc/dracut.conf.d/50-desk.conf' \
      bookworm "$part/root.tar" "${sources[@]}" 2>&1 | tee "$out/root.log" | sed -u -n 's/^I: /  /p' || { tail -n 30 "$out/root.log" >&2; return 1; }
    zstd -q -3 --rm -o "$part/root.tar.zst" "$part/root.tar"
    mv "$part/root.tar.zst" "$cache"
    rmdir "$part"
  fi
  as_root rm -rf "$out/root"
  mkdir -p "$out/root"
  zstd -dc "$cache" | as_root tar -x -C "$out/root" --numeric-owner
}

in_root() { as_root chroot "$1" env -i PATH=/usr/sbin:/usr/bin DEBIAN_FRONTEND=noninteractive "${@:2}"; }

# Modules of hardware that no counter has, firmware tables and icons that nothing draws.
diet() {  # ROOT
  local modules kernel
  modules=$(echo "$1"/usr/lib/modules/*)
  kernel=$modules/kernel
  as_root rm -rf "$kernel"/drivers/{infiniband,isdn,media,staging,net/wireless,scsi/{lpfc,qla2xxx,bfa,qla4xxx,be2iscsi,aic7xxx,megaraid},iio,comedi,misc/habanalabs,accel,net/ethernet/{mellanox,chelsio,qlogic,cavium,sfc,netronome,huawei}} \
    "$kernel"/drivers/gpu/drm/{nouveau,radeon,amd,vmwgfx,gma500} \
    "$kernel"/fs/{ocfs2,gfs2,ceph,nfs,nfsd,cifs,smb,afs,9p,xfs,btrfs,jfs,reiserfs,f2fs,nilfs2,ubifs,orangefs,coda,udf,ntfs3} \
    "$kernel"/net/{bluetooth,wireless,mac80211,sctp,dccp,tipc,rds,batman-adv,ceph,9p,can,atm} \
    "$1"/usr/share/{icons,bash-completion,zsh,vim,themes,info,lintian,bug}
  # Sources and a second coding of the dictionary that readings are taken from.
  as_root rm -rf "$1"/usr/share/mecab "$1"/var/lib/mecab/dic/ipadic
  in_root "$1" depmod "$(basename "$modules")"
}

furnish_root() {  # ROOT SERIAL PUBLIC_KEY
  local root=$1 unit
  as_root cp build/image/packages/*.deb "$root/tmp/"
  in_root "$root" sh -c 'dpkg --install /tmp/*.deb' | sed 's/^/  /'
  as_root rm -f "$root"/tmp/*.deb
  # The packages' own first secret is this root's; a box makes its own on its data partition.
  as_root rm -f "$root"/etc/desk-kiosk/auth-secret "$root"/etc/desk-kiosk/staff-pins
  as_root cp -r --no-preserve=ownership,timestamps image/appliance/root/. "$root/"
  as_root mkdir -p "$root"/data "$root"/efi "$root"/var/lib/desk-kiosk "$root"/var/lib/desk-auth "$root"/var/lib/desk-page "$root"/usr/share/desk-kiosk/update-keys
  printf '%s\n' "$2" | as_root tee "$root/usr/share/desk-kiosk/image-serial" >/dev/null
  as_root install -m 0644 "$3" "$root/usr/share/desk-kiosk/update-keys/$(basename "$3")"
  in_root "$root" sh -c "printf 'IMAGE_ID=desk-kiosk\nIMAGE_VERSION=%s\n' $2 >>/usr/lib/os-release
    printf 'desk\n' >/etc/hostname
    printf '127.0.0.1 localhost desk\n::1 localhost\n' >/etc/hosts
    printf 'LANG=C.UTF-8\n' >/etc/default/locale
    ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime
    ln -sf /run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
    passwd --quiet --lock root
    systemctl --quiet enable systemd-networkd systemd-resolved systemd-timesyncd desk-auth desk-auth-page desk-kiosk desk-firewall desk-boot-good
    systemctl --quiet disable systemd-networkd-wait-online
    systemctl --quiet set-default multi-user.target"
  # No console, no login, no key that stops the desk, and no timer of a system that installs packages.
  for unit in getty@.service autovt@.service serial-getty@.service console-getty.service container-getty@.service getty.target debug-shell.service \
      rescue.service rescue.target ctrl-alt-del.target kexec.target systemd-firstboot.service ldconfig.service apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
      e2scrub_all.timer e2scrub_reap.service fstrim.timer systemd-networkd-wait-online.service systemd-pcrphase.service; do
    as_root ln -sf /dev/null "$root/etc/systemd/system/$unit"
  done
  as_root mkdir -p "$root/etc/systemd/system-generators"
  as_root ln -sf /dev/null "$root/etc/systemd/system-generators/systemd-getty-generator"
  as_root ln -sf /dev/null "$root/etc/systemd/system-generators/systemd-debug-generator"
  diet "$root"
  # Nothing of the machine that built it, and no name of where its packages came from.
  as_root rm -rf "$root"/etc/apt/sources.list.d/* "$root"/etc/apt/sources.list "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/var/lib/apt/lists/* "$root"/var/cache/* \
    "$root"/var/log/* "$root"/tmp/* "$root"/etc/machine-id "$root"/var/lib/dbus/machine-id "$root"/etc/ssh "$root"/root/.??*
  # The time that squashfs gives to everything: a cache of fonts holds for folders of the same age only, and looking through them again at
  # each start costs seconds.
  as_root find "$root"/usr/share/fonts -exec touch --no-dereference --date=@"$root_age" {} +
  as_root mkdir -p "$root"/var/cache/fontconfig
  in_root "$root" fc-cache --system-only >/dev/null
  as_root touch "$root/etc/machine-id"
}
