#!/bin/sh
# Writes the tables of docs/reference/deepbach.md anew: DeepBach and the orderless network beside each other, and Bach.
#
#   bench/scripts/deepbach.sh JSB16 DEEPBACH ORDERLESS WORK [PIECES]
#
# JSB16 is Jsb16thSeparated.json, DEEPBACH and ORDERLESS the models of the recipes of these names (in half precision; one of them is
# models/deepbach), WORK a folder for chorales; those that are there already are kept. A chorale takes three to five processor seconds.
# The test part is read for models/deepbach alone.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
jsb=$1; deepbach=$2; orderless=$3; work=$4; pieces=${5:-500}
mkdir -p "$work"

for reading in orderless deepbach; do
    eval "model=\$$reading"
    "$root/bench/run" gibbs.Chorales "$model" "$work/$reading, sampled freely" "$pieces" free
done
"$root/bench/run" gibbs.Chorales "$root/models/deepbach" "$work/shipped, as composed" "$pieces" composed

page=$root/docs/reference/deepbach.md
{
    sed -n '1,/^<!-- tables -->$/p' "$page"
    printf '\n## Cells\n\n'
    "$root/bench/run" gibbs.CellAccuracy "$jsb" valid "DeepBach=$deepbach" "orderless=$orderless"
    printf '\n'
    "$root/bench/run" gibbs.CellAccuracy "$jsb" test "shipped=$root/models/deepbach"
    printf '\n## Chorales\n\n'
    "$root/bench/run" gibbs.ChoraleTable "$jsb" "$work/orderless, sampled freely" "$work/deepbach, sampled freely" \
        "$work/shipped, as composed"
    printf '\n## Seconds\n\n'
    "$root/bench/run" gibbs.ChoraleSpeed "$root/models/deepbach"
} > "$work/deepbach.md"
mv "$work/deepbach.md" "$page"
