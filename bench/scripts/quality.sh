#!/bin/sh
# Writes docs/reference/quality.md anew: 500 takes each by the shipped models, the article's LSTM and an n-gram, beside human music.
#
#   bench/scripts/quality.sh JSB16 LIEDER WORK
#
# JSB16 is Jsb16thSeparated.json, LIEDER the corpus that `cadenza import SCORES --out LIEDER --valid 0.2 --test 0 --seed 1` makes of the
# CC0 Lieder, WORK a folder for models and takes; what is there already is kept. The article's models take 31 processor minutes.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
jsb=$1; lieder=$2; work=$3
mkdir -p "$work"

article() {     # STYLE DATA REPRESENTATION MINUTES
    [ -d "$work/article-$1/best" ] && return
    sed "s/\"budgetMinutes\": [0-9.]*/\"budgetMinutes\": $4/" "$root/recipes/article-lstm.json" > "$work/article-$1.json"
    "$root/cadenza" train "$2" --recipe "$work/article-$1.json" --representation "$3" --out "$work/article-$1" --threads 1 --seed 1 \
        --samples-every 0
}

style() {       # STYLE DATA TITLE
    "$root/bench/run" quality.Takes "$1" "$root/models/$1" "$work/article-$1/best" "$2" "$work/takes-$1" 500
    "$root/bench/run" quality.QualityPage "$3" "$root/models/$1" "$work/takes-$1" "$work/$1.md"
}

article chorale "$jsb" satb-grid 16
article melody "$lieder" melody 15
style chorale "$jsb" 'Chorales'
style melody "$lieder" 'Songs'

page=$root/docs/reference/quality.md
{ sed -n '1,/^<!-- tables -->$/p' "$page"; echo; cat "$work/chorale.md" "$work/melody.md"; } | sed '$d' > "$work/quality.md"
mv "$work/quality.md" "$page"
