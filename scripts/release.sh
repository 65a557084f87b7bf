#!/usr/bin/env bash
# 做发布用的文件：scripts/release.sh [--into 文件夹] [linux-x64 linux-arm64 win-x64 osx-arm64]
# 默认四种都做，写到 artifacts/release：各系统的单个文件、Windows 便携版、物料清单（SBOM）和校验值。
# 同样的提交、同样的 SDK 得到逐字节相同的文件。
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

most=$((60 * 1000 * 1000))
folder=$PWD/artifacts/release
if [ "${1:-}" = --into ]; then
  folder=$(realpath -m "$2")
  shift 2
fi
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 osx-arm64
require_sdk
install_packages zip:zip
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
[ -z "$(git status --porcelain)" ] || say "有改动没有提交：--version 里的提交号不能说明这些文件是由什么做成的。"
# The newest file of an archive is as old as the commit, whenever it is made.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC

program() { echo "$folder/fugong-$version-$1$(case $1 in win-*) echo .exe ;; esac)"; }

# What one system gets.
publish() {
  local rid=$1 single=artifacts/single/$1 file size
  say "$rid ……"
  rm -rf "$single"
  quietly dotnet publish src/FuGongJianJia.Cli --configuration Release --runtime "$rid" --output "$single" \
    -p:IsRelease=true -p:RunAnalyzers=false --nologo -v quiet
  file=$(program "$rid")
  [ "$(ls "$single" | wc -l)" -eq 1 ] || { say "$rid：不止一个文件：$(ls "$single")"; exit 1; }
  mv "$single"/* "$file"
  rmdir "$single"
  size=$(wc -c <"$file")
  say "$file：$((size / 1000000)) MB"
  [ "$size" -le "$most" ] || { say "$rid：超过 $((most / 1000000)) MB。"; exit 1; }
}

# A folder for a computer without network: the program, what to click on, and an empty project.
portable() {
  local name=富工建家便携版-$version here=artifacts/portable year
  year=$(($(date -d "@$SOURCE_DATE_EPOCH" +%Y) - 1))
  rm -rf "$here"
  mkdir -p "$here/$name"
  "$(program linux-x64)" init --root "$here/$name" --yes --period "$year" >/dev/null
  cp "$(program win-x64)" "$here/$name/fugong.exe"
  # Notepad of an old Windows and cmd.exe want their own line ends; Notepad a mark, too, which cmd.exe would run.
  for file in scripts/portable/*.cmd; do sed 's/$/\r/' "$file" >"$here/$name/${file##*/}"; done
  for file in scripts/portable/使用说明.txt LICENSE NOTICE; do
    { printf '\xef\xbb\xbf'; sed 's/$/\r/' "$file"; } >"$here/$name/$(basename "$file" .txt).txt"
  done
  find "$here" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  rm -f "$folder/$name-win-x64.zip"
  (cd "$here" && find "$name" | LC_ALL=C sort | LC_ALL=C.UTF-8 zip -q -X -@ "$folder/$name-win-x64.zip")
  rm -rf "$here"
  say "$folder/$name-win-x64.zip"
}

mkdir -p "$folder"
rm -f "$folder"/fugong-* "$folder"/*.zip "$folder"/SHA256SUMS
for rid in "$@"; do publish "$rid"; done
if [ -f "$(program linux-x64)" ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
  "$(program linux-x64)" --version >&2
  [ ! -f "$(program win-x64)" ] || portable
fi
scripts/sbom.sh
cp artifacts/sbom/fugong.cdx.json "$folder/fugong-$version.cdx.json"
(cd "$folder" && sha256sum -- * >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
say "$folder/SHA256SUMS"
