#!/bin/bash
# run.sh DRIVER.py OUT: a real QGIS Desktop on a screen of its own (Xvfb, 1280x800), the staged plugin enabled, DRIVER
# run inside it.  The exit status is the driver's.  env: LIMIT seconds (640), THEME (QGIS's UI theme), WM (e.g. openbox),
# LANGUAGE_OF_QGIS (en_US), PLUGIN=zip (a profile without the plugin and without an engine; the driver installs both).
set -u
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
DRIVER=$(readlink -f "$1"); OUT=$2; mkdir -p "$OUT"; OUT=$(readlink -f "$OUT")
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
mkdir -p "$WORK/plugins"
if [ "${PLUGIN:-staged}" = zip ]; then
    ENABLED=
    unset GEOINPAINT_PYTHON
    export GEOINPAINT_ENVIRONMENT="$WORK/engine ü"
else
    ENABLED=geoinpaint_qgis=true
    "${PYTHON:-python3}" "$ROOT/scripts/package_plugin.py" stage "$WORK/plugins" >/dev/null || exit 1
    export GEOINPAINT_PYTHON=${GEOINPAINT_PYTHON:-$ROOT/.venv/engine/bin/python}
fi
mkdir -p "$WORK/p/profiles/default/QGIS" "$WORK/run"; chmod 700 "$WORK/run"
cat > "$WORK/p/profiles/default/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
processing=true
$ENABLED

[UI]
UITheme=${THEME:-default}

[locale]
overrideFlag=true
userLocale=${LANGUAGE_OF_QGIS:-en_US}

[qgis]
checkVersion=false
newProjectDefault=false
askToSaveProjectChanges=false
askToSaveMemoryLayers=false
enableMacros=Never
showTips=false
INI
export DESKTOP_OUT=$OUT XDG_RUNTIME_DIR=$WORK/run LC_ALL=C.UTF-8 QGIS_PLUGINPATH=$WORK/plugins LIBGL_ALWAYS_SOFTWARE=1
export PYTHONUNBUFFERED=1 PYTHONWARNINGS=ignore GEOINPAINT_ROOT=$ROOT
unset QT_QPA_PLATFORM PYTHONPATH PYTHONHOME
NUMBER=$(mktemp); exec 7>"$NUMBER"
# not on sockets without a file either: those are one for this machine and its chroots, whose screens have equal numbers
Xvfb -displayfd 7 -screen 0 1280x800x24 -nolisten tcp -nolisten local >"$OUT/xvfb.log" 2>&1 & SCREEN=$!
exec 7>&-
for _ in $(seq 100); do [ -s "$NUMBER" ] && break; sleep .1; done
DISPLAY=:$(cat "$NUMBER"); export DISPLAY; rm -f "$NUMBER"
[ -n "${WM:-}" ] && { $WM >/dev/null 2>&1 & MANAGER=$!; sleep .5; }
QGIS=$(command -v qgis.bin || command -v qgis)
timeout -k 5 "${LIMIT:-640}" "$QGIS" --noversioncheck --nologo --profiles-path "$WORK/p" --code "$DRIVER" \
    >"$OUT/qgis.log" 2>&1
CODE=$?
[ -n "${WM:-}" ] && kill "$MANAGER"
kill "$SCREEN"; wait "$SCREEN" 2>/dev/null
exit $CODE
