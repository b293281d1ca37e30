#!/bin/bash
# side_by_side.sh NAME COMMAND [NAME COMMAND]...: commands of the shell at the same time, each line marked with its name.
# Fails if one of them fails, once all have ended; ended by a signal, it ends them all.
set -um
jobs=() names=()
end() {
    trap - INT TERM HUP
    for job in "${jobs[@]}"; do kill -s "$1" -- "-$job" 2>/dev/null; done
    wait
    for job in "${jobs[@]}"; do kill -s KILL -- "-$job" 2>/dev/null; done  # what has not listened
    kill -s "$1" $$
}
for signal in INT TERM HUP; do trap "end $signal" "$signal"; done
while [ $# -ge 2 ]; do
    # a group of its own (-m), so that what the command has started can be ended with it
    (set -o pipefail; bash -c "$2" 2>&1 </dev/null | sed -u "s/^/$1 | /") &
    jobs+=($!) names+=("$1")
    shift 2
done
failed=0
for number in "${!jobs[@]}"; do
    wait "${jobs[$number]}" || { failed=1; echo "FAILED: ${names[$number]}"; }
done
exit $failed
