#!/usr/bin/env bash
# 重新拍摄使用手册里的截图：用演示数据真正运行各条命令、打开真正的页面，存到 input/images/manual-*.png。
# 命令的输出或页面的样子改了以后运行一次，看过再提交。
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

require_sdk
install_packages chromium:chromium convert:imagemagick pdftoppm:poppler-utils
say "编译……"
quietly dotnet build src/FuGongJianJia.Cli --configuration Release --nologo -v quiet

images=$PWD/input/images
fugong_dll=$PWD/artifacts/bin/FuGongJianJia.Cli/release/fugong.dll
work=$(mktemp -d)
preview=
finish() { [ -z "$preview" ] || kill "$preview" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
mkdir -p "$images" "$work/project/data"
cp -r input "$work/project/"
# 两年和一个季度就有每一种画面，其余各期只是更多。
cp -r data/2023 data/2024 data/2024Q4 "$work/project/data/"
cd "$work/project"
# 手册提到而还没有拍的图先用空文件顶着，否则检查不通过。
mkdir -p input/images
grep -oh 'images/manual-[a-z]*\.png' input/docs/*.md | sort -u | while read -r image; do [ -f "input/$image" ] || : >"input/$image"; done

fugong() { dotnet "$fugong_dll" "$@"; }

# shoot ADDRESS WIDTH HEIGHT SCALE NAME COLOURS — a window of that size, with few colours so that the file stays small.
shoot() {
  # A busy machine sometimes gives no picture at all.
  for _ in 1 2 3; do
    rm -f "$work/$5.png"
    chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
      --user-data-dir="$work/profile" --timeout=15000 --force-device-scale-factor="$4" --window-size="$2,$3" --screenshot="$work/$5.png" "$1" >/dev/null 2>&1 || true
    [ -s "$work/$5.png" ] && break
  done
  convert "$work/$5.png" -strip +dither -colors "$6" -define png:compression-level=9 -define png:exclude-chunks=date,time "PNG8:$images/$5.png"
  say "  $5.png $(($(stat -c %s "$images/$5.png") / 1024)) KB"
}

# phone ADDRESS HEIGHT NAME COLOURS — as a phone shows it: in a frame, since no window is as narrow.
phone() {
  printf '<!DOCTYPE html><style>body{margin:0}iframe{border:0;width:375px;height:%spx;display:block}</style><iframe src="%s"></iframe>' "$2" "$1" >"$work/phone.html"
  shoot "file://$work/phone.html" 600 "$2" 2 "$3" "$4"
  convert "$images/$3.png" -crop "750x$(($2 * 2))+0+0" +repage -strip -define png:compression-level=9 -define png:exclude-chunks=date,time "PNG8:$images/$3.png"
}

# terminal NAME ROWS head|tail COMMAND — runs it here and shows the first or last rows of what a clerk sees. Its exit code is part of the picture, not of the script.
terminal() {
  local name=$1 rows=$2 part=$3 command=$4
  {
    echo '<!DOCTYPE html><meta charset="utf-8"><style>html{background:#1E1A16}body{margin:0;padding:14px 20px;color:#EDE6DB;font:15px/1.6 "Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;overflow-wrap:anywhere}b{color:#E3A64B;font-weight:400}i{color:#E8857C;font-style:normal}</style>'
    printf '<b>$</b> fugong %s\n' "$command"
    [ "$part" = head ] || echo '……'
    # shellcheck disable=SC2086
    { fugong $command 2>&1 || true; } | sed 's/&/\&amp;/g; s/</\&lt;/g; s/错误 FG[0-9]*/<i>&<\/i>/; s/^失败/<i>&<\/i>/' >"$work/said.txt"
    "$part" -n "$rows" "$work/said.txt"
  } >"$work/$name.html"
  shoot "file://$work/$name.html" 860 "$(((rows + 2) * 48 + 28))" 1.5 "$name" 12
  # Long lines take two rows: what is left empty below is cut off, and every screen is as wide as the others.
  convert "$images/$name.png" -bordercolor '#1E1A16' -border 1 -trim +repage -border 28 "$work/$name.png"
  convert "$work/$name.png" -background '#1E1A16' -gravity northwest -extent "1290x$(identify -format %h "$work/$name.png")" -strip \
    -define png:compression-level=9 -define png:exclude-chunks=date,time "PNG8:$images/$name.png"
}

say "拍摄……"
terminal manual-build 11 head build
terminal manual-explain 15 head "explain SL06-0008"
site="file://$work/project/output/site"
shoot "$site/index.html" 1280 800 1 manual-home 160
shoot "$site/2024/unions/SL06-0008/index.html" 1280 900 1 manual-union 160
shoot "$site/data-quality/2024/index.html" 1280 640 1 manual-quality 40
phone "$site/index.html" 812 manual-phone 96
pdftoppm -r 72 -png -singlefile output/site/reports/2024/unions/SL06-0008.pdf "$work/sheet"
convert "$work/sheet.png" -strip -bordercolor '#D9D1C5' -border 1 +dither -colors 96 -define png:exclude-chunks=date,time "PNG8:$images/manual-sheet.png"
pdftoppm -r 72 -png -singlefile output/internal/2024Q4/briefs/district.pdf "$work/brief"
convert "$work/brief.png" -strip -bordercolor '#D9D1C5' -border 1 +dither -colors 56 -define png:exclude-chunks=date,time "PNG8:$images/manual-brief.png"

# 虚构的东河区：三个导出怎样读，读出来的网站什么样。
exports=$(dirname "$images")/../tests/exports/donghe/2025
own=$work/own
mkdir -p "$own/导出"
cp "$exports"/* "$own/导出/"
cd "$own"
terminal manual-import 13 head "import 导出 --yes"
fugong build --no-pdf >/dev/null
shoot "file://$own/output/site/index.html" 1280 800 1 manual-imported 160
cd "$work/project"

# 照《换样子》里的例子换了样子的网站，和一册文档的首页。
look=$work/look
mkdir -p "$look/data"
cp -r input "$look/"
cp -r data/2024 "$look/data/"
mkdir -p "$look/input/theme"
awk '/^```yaml/ { on = 1; next } /^```/ { if (on) exit } on' input/docs/look.md >"$look/input/theme/theme.yml"
cat >"$look/input/theme/biaozhi.svg" <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" fill="#1F4E79"/><circle cx="16" cy="16" r="9" fill="#FFFFFF"/></svg>
SVG
(cd "$look" && fugong build --no-pdf >/dev/null)
shoot "file://$look/output/site/index.html" 1280 800 1 manual-look 160
shoot "$site/docs/index.html" 1280 800 1 manual-handbook 64

# 预览开着，把一个 0 写成字母 O，看检查和预览怎样说。
dotnet "$fugong_dll" serve --port 8399 >"$work/serve.txt" 2>&1 &
preview=$!
for _ in $(seq 240); do grep -q '^完成' "$work/serve.txt" && break; sleep 1; done
values=data/2024Q4/指标值.csv
sed -i '12s/^\([^,]*,[^,]*,[0-9]*\)[0-9],/\1O,/' "$values"
terminal manual-check 6 tail check
for _ in $(seq 120); do grep -q '^失败' "$work/serve.txt" && break; sleep 1; done
# The list of errors comes after the page, and has a red rule from edge to edge: a picture taken before it came has none.
for _ in $(seq 20); do
  shoot "http://127.0.0.1:8399/" 1280 800 1 manual-preview 160
  convert "$work/manual-preview.png" -crop 1x800+5+0 txt:- | grep -ic '#A3201D' >/dev/null && break
done
say "完成，请看过 input/images/ 再提交。"
