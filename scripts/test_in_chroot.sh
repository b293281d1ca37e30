#!/bin/bash
# test_in_chroot.sh CHROOT [pytest arguments]: the plugin's tests inside a Debian chroot with another QGIS. Root only.
# test_in_chroot.sh CHROOT desktop OUT: the tours in that QGIS's window, with classical fills; screenshots in OUT.
# The chroot is made by set_up_qgis.sh (trixie: QGIS 3.40). Needs .venv/plugin (its pip fetches for the chroot, which
# has no certificates of its own). The engine there has the light stage: tests that need torch are left out.
set -eu
CHROOT=$(readlink -f "$1"); shift
ROOT=$(cd "$(dirname "$0")/.." && pwd)
PIP=$ROOT/.venv/plugin/bin/pip
DATA=$ROOT/../shared/data/s2bench
# Two at once would overwrite each other's code: the second waits.
exec 9>"$CHROOT/.in-use"
flock -n 9 || { echo "Another run uses $CHROOT: waiting for it."; flock 9; }
inside() {
    chroot "$CHROOT" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        XDG_RUNTIME_DIR=/run/geoinpaint GEOINPAINT_PYTHON=/opt/engine/bin/python "$@" 9>&-
}

# What lies in the chroot beside QGIS: devices, pytest, the engine's packages, the code.
prepare() {
    [ -e "$CHROOT/proc/self" ] || mount -t proc proc "$CHROOT/proc"
    for device in null:3 zero:5 random:8 urandom:9; do
        local path=$CHROOT/dev/${device%:*}
        [ -c "$path" ] || { rm -f "$path"; mknod -m 666 "$path" c 1 "${device#*:}"; }
    done
    mkdir -p "$CHROOT/run/geoinpaint" "$CHROOT/dev/shm" && chmod 700 "$CHROOT/run/geoinpaint"
    VERSION=$(inside python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ ! -e "$CHROOT/opt/pt/.ready" ]; then
        "$PIP" install -q --target="$CHROOT/opt/pt" pytest pytest-qgis
        touch "$CHROOT/opt/pt/.ready"
    fi
    if ! cmp -s "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/engine/light.txt"; then
        rm -rf "$CHROOT/opt/engine"
        inside python3 -m venv --without-pip /opt/engine
        fetch install --target="$CHROOT/opt/engine/lib/python$VERSION/site-packages"
        cp "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/engine/light.txt"
    fi
    rm -rf "$CHROOT/opt/geoinpaint"
    mkdir -p "$CHROOT/opt/geoinpaint"
    tar -C "$ROOT" --exclude=__pycache__ -cf - engine geoinpaint_qgis scripts tests/__init__.py tests/plugin \
        tests/desktop tests/engine/__init__.py tests/engine/safe_maker.py docs/errors.md metadata.txt resources.qrc \
        LICENSE |
        tar -C "$CHROOT/opt/geoinpaint" -xf -
}

# pip with the engine's light stage for the chroot's Python; pip itself would ask which pins are for the host's.
fetch() {
    "$ROOT/.venv/plugin/bin/python" - "$ROOT/engine/requirements/light.txt" "$VERSION.0" >"$CHROOT/opt/pins.txt" <<'PYTHON'
import sys
from pip._vendor.packaging.requirements import Requirement
for line in open(sys.argv[1]):
    if line[:1].isalnum():
        pin = Requirement(line.split(" --hash")[0].rstrip("\\ \n"))
        if pin.marker is None or pin.marker.evaluate({"python_full_version": sys.argv[2], "python_version": sys.argv[2][:-2]}):
            print(f"{pin.name}{pin.specifier}")
PYTHON
    "$PIP" "$1" -q "${@:2}" --python-version "$VERSION" --only-binary=:all: --no-deps --ignore-requires-python \
        -r "$CHROOT/opt/pins.txt"
}

# desktop OUT: the first start from the zip, then a product, then a real scene.
desktop() {
    local out=$1 failed=0
    if ! cmp -s "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/wheels/light.txt"; then
        rm -rf "$CHROOT/opt/wheels"
        fetch download -d "$CHROOT/opt/wheels"
        cp "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/wheels/"
    fi
    rm -rf "$CHROOT/opt/out"
    inside sh -c 'cd /opt/geoinpaint && python3 scripts/package_plugin.py zip /opt/out' >/dev/null
    inside sh -c 'GEOINPAINT_ZIP=$(ls /opt/out/*.zip) GEOINPAINT_WHEELS=/opt/wheels PLUGIN=zip \
        GEOINPAINT_BASE_PYTHON=$(readlink -f /usr/bin/python3) \
        /opt/geoinpaint/tests/desktop/run.sh /opt/geoinpaint/tests/desktop/first_start.py /opt/out/first_start' || failed=$?
    rm -rf "$CHROOT/opt/products"
    "$ROOT/.venv/engine/bin/python" "$ROOT/tests/desktop/make_product.py" "$CHROOT/opt/products" 1098 >/dev/null
    inside sh -c 'PRODUCT=$(ls -d /opt/products/*.SAFE) \
        /opt/geoinpaint/tests/desktop/run.sh /opt/geoinpaint/tests/desktop/product_tour.py /opt/out/product' || failed=$?
    if [ -d "$DATA" ]; then
        mkdir -p "$CHROOT/opt/shared/data/s2bench"
        (cd "$DATA" && tar -cf - ts_rome/S2_2018-0[67]-*.tif masks/ts_2018-07-05_16.png) |
            tar -C "$CHROOT/opt/shared/data/s2bench" -xf -
        inside /opt/geoinpaint/tests/desktop/run.sh /opt/geoinpaint/tests/desktop/dock_tour.py /opt/out/tour || failed=$?
    else
        echo "SKIPPED: the tour of a real scene needs ../shared/data"
    fi
    mkdir -p "$out" && cp -r "$CHROOT/opt/out/." "$out"
    for tour in first_start product tour; do
        if grep -qs '"error"' "$out/$tour/result.json"; then cat "$out/$tour/result.json"; fi
    done
    return $failed
}

prepare
if [ "${1:-}" = desktop ]; then
    desktop "$2"
else
    inside QT_QPA_PLATFORM=offscreen PYTHONPATH=/opt/pt \
        sh -c 'cd /opt/geoinpaint && exec python3 -m pytest "$@"' pytest "${@:-tests/plugin}" -m "not torch"
fi
