#!/bin/bash
# set_up_qgis.sh host          QGIS of this Debian or Ubuntu, and what its tests need (installs only what is missing)
# set_up_qgis.sh chroot DIR    Debian trixie with QGIS 3.40 in DIR, kept between runs; as root
set -euo pipefail

host() {
    local missing=()
    for package in qgis python3-qgis qgis-providers python3-venv xvfb xauth openbox; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    command -v apt-get >/dev/null || { echo "Install QGIS 3.22 or newer with its Python, or run make test QGIS=0"; exit 1; }
    "${root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The mirror, proxy and names that this machine itself uses are used inside too.
chroot_in() {
    local dir=$1 mirror
    [ -e "$dir/.ready" ] && { mounted "$dir"; return; }
    command -v debootstrap >/dev/null || { apt-get update -qq; apt-get install -y -qq debootstrap >/dev/null; }
    mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
    [ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list | head -n 1)
    [ -e "$dir/usr/bin/apt-get" ] || debootstrap --variant=minbase trixie "$dir" "$mirror" >/dev/null
    cp -n /etc/resolv.conf "$dir/etc/resolv.conf" 2>/dev/null || true
    cp -n /etc/apt/apt.conf.d/*proxy* "$dir/etc/apt/apt.conf.d/" 2>/dev/null || true
    mounted "$dir"
    # no service may start inside
    printf '#!/bin/sh\nexit 101\n' >"$dir/usr/sbin/policy-rc.d"
    chmod +x "$dir/usr/sbin/policy-rc.d"
    local inside=(chroot "$dir" env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Check-Valid-Until=false -qq)
    "${inside[@]}" update
    "${inside[@]}" install -y --no-install-recommends qgis python3-qgis qgis-providers python3-venv xvfb xauth >/dev/null
    "${inside[@]}" clean
    touch "$dir/.ready"
}

mounted() {
    [ -e "$1/proc/self" ] || mount -t proc proc "$1/proc"
}

case "${1:-}" in
    host) host ;;
    chroot) chroot_in "${2:?a folder}" ;;
    *) sed -n '2,3s/^# //p' "$0"; exit 2 ;;
esac
