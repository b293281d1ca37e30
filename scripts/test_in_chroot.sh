#!/bin/bash
# test_in_chroot.sh CHROOT [pytest arguments]: the plugin's tests inside a Debian chroot with another QGIS. Root only.
# The chroot is made by ../shared/qgis/mk_chroot.sh (trixie: QGIS 3.40). Needs .venv/plugin (its pip fetches for the
# chroot, which has no certificates of its own). The engine there has the light stage: tests that need torch are left
# out.
set -eu
CHROOT=$(readlink -f "$1"); shift
ROOT=$(cd "$(dirname "$0")/.." && pwd)
PIP=$ROOT/.venv/plugin/bin/pip
inside() {
    chroot "$CHROOT" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        XDG_RUNTIME_DIR=/run/geoinpaint QT_QPA_PLATFORM=offscreen PYTHONPATH=/opt/pt \
        GEOINPAINT_PYTHON=/opt/engine/bin/python "$@"
}
[ -e "$CHROOT/proc/self" ] || mount -t proc proc "$CHROOT/proc"
[ -e "$CHROOT/dev/null" ] && [ -c "$CHROOT/dev/null" ] || { rm -f "$CHROOT/dev/null"; mknod -m 666 "$CHROOT/dev/null" c 1 3; }
mkdir -p "$CHROOT/run/geoinpaint" && chmod 700 "$CHROOT/run/geoinpaint"
VERSION=$(inside python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if [ ! -e "$CHROOT/opt/pt/.ready" ]; then
    "$PIP" install -q --target="$CHROOT/opt/pt" pytest pytest-qgis
    touch "$CHROOT/opt/pt/.ready"
fi
if ! cmp -s "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/engine/light.txt"; then
    rm -rf "$CHROOT/opt/engine"
    inside python3 -m venv --without-pip /opt/engine
    "$PIP" install -q --target="$CHROOT/opt/engine/lib/python$VERSION/site-packages" --python-version "$VERSION" \
        --only-binary=:all: -r "$ROOT/engine/requirements/light.txt"
    cp "$ROOT/engine/requirements/light.txt" "$CHROOT/opt/engine/light.txt"
fi
rm -rf "$CHROOT/opt/geoinpaint"
mkdir -p "$CHROOT/opt/geoinpaint"
tar -C "$ROOT" --exclude=__pycache__ -cf - engine geoinpaint_qgis scripts tests/__init__.py tests/plugin tests/engine/__init__.py \
    tests/engine/safe_maker.py metadata.txt \
    resources.qrc LICENSE | tar -C "$CHROOT/opt/geoinpaint" -xf -
inside sh -c 'cd /opt/geoinpaint && exec python3 -m pytest "$@"' pytest "${@:-tests/plugin}" -m "not torch"
