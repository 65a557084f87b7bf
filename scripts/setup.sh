# Shared by build.sh and test.sh: what a machine needs, installed where it can be, named exactly where it cannot.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

require_sdk() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --version >/dev/null 2>&1; then
    say "需要 .NET SDK $(sed -n 's/.*"version": "\(.*\)".*/\1/p' global.json) 或同系列更新的版本（见 global.json）。"
    say "安装方法见 https://dotnet.microsoft.com/download/dotnet/10.0 ，装好后重新运行本命令。"
    exit 2
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

apt_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  say "安装 $* ……"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return 0
  as_root apt-get update -qq >/dev/null 2>&1 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# install_packages command:package[:service] ... — stops with the exact command where it cannot install. A file will do for
# a command. A service that comes along is stopped: tests start their own, on this machine alone.
install_packages() {
  local missing=() services=() pair file package service
  for pair in "$@"; do
    IFS=: read -r file package service <<<"$pair"
    command -v "$file" >/dev/null 2>&1 || [ -e "$file" ] && continue
    missing+=("$package")
    [ -z "$service" ] || services+=("$service")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! apt_install "${missing[@]}"; then
    say "测试需要 ${missing[*]}，这里装不上。请运行："
    say "  sudo apt-get update && sudo apt-get install -y ${missing[*]}"
    exit 2
  fi
  [ ${#services[@]} -eq 0 ] || as_root systemctl disable --now "${services[@]}" >/dev/null 2>&1 || true
}

# Read through a substitution, not a pipe: a pipe to grep -q ends find early, and pipefail would call that "not found".
has_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" theme/fonts -iname "$1" -print -quit 2>/dev/null)" ]; }

# Fonts make the PDFs. Office PCs have their own; a bare Debian has none, so the free ones are installed.
install_fonts() {
  case "$(uname -s)" in Linux) ;; *) return 0 ;; esac
  local missing=()
  has_font 'NotoSerifCJK-Regular.ttc' || has_font 'simsun.tt*' || missing+=(fonts-noto-cjk)
  has_font 'NotoSerifCJK-Black.ttc' || has_font '*小标宋*' || has_font 'FZXBS*' || missing+=(fonts-noto-cjk-extra)
  has_font '*WenKai*' || has_font 'simkai.ttf' || missing+=(fonts-lxgw-wenkai)
  if [ ${#missing[@]} -gt 0 ] && ! apt_install "${missing[@]}"; then
    say "缺少字体，PDF 无法生成或版式会变。请运行："
    say "  sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  fi
  has_font 'FandolFang*' || has_font 'simfang.ttf' || has_font '*FangSong*' || fetch_fandol \
    || say "没有找到仿宋，将以其他字体代替（可把仿宋字体文件放进 theme/fonts/）。"
}

# The only free 仿宋 lies inside a large package: take the one file out of it without installing TeX.
fetch_fandol() {
  command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 || return 1
  local folder
  folder=$(mktemp -d) || return 1
  say "取仿宋字体（约 49 MB，仅此一次）……"
  if (cd "$folder" && { apt-get download -qq texlive-lang-chinese >/dev/null 2>&1 \
      || { as_root apt-get update -qq >/dev/null 2>&1 && apt-get download -qq texlive-lang-chinese >/dev/null 2>&1; }; } \
      && dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb | tar -x --wildcards '*/FandolFang-Regular.otf' '*/fandol/COPYING' 2>/dev/null; [ -n "$(find "$folder" -name 'FandolFang-Regular.otf')" ]); then
    mkdir -p "$HOME/.local/share/fonts/fandol"
    find "$folder" -name 'FandolFang-Regular.otf' -exec cp {} "$HOME/.local/share/fonts/fandol/" \;
    rm -rf "$folder"
    return 0
  fi
  rm -rf "$folder"
  return 1
}

# The Nu HTML checker, pinned by version and content, into artifacts/tools: one test is skipped without it.
fetch_checker() {
  local jar=artifacts/tools/vnu.jar version=26.9.27 sum=22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47 folder
  [ -f "$jar" ] && sha256sum --check --status <<<"$sum  $jar" && return 0
  (install_packages java:default-jre-headless npm:npm) || return 1
  say "取 HTML 检查程序（约 30 MB，仅此一次）……"
  folder=$(mktemp -d) || return 1
  if (cd "$folder" && npm pack --silent "vnu-jar@$version" >/dev/null 2>&1 && tar -xzf vnu-jar-*.tgz package/build/dist/vnu.jar) \
      && sha256sum --check --status <<<"$sum  $folder/package/build/dist/vnu.jar"; then
    mkdir -p artifacts/tools
    mv "$folder/package/build/dist/vnu.jar" "$jar"
  fi
  rm -rf "$folder"
  [ -f "$jar" ] || { say "没有取到 HTML 检查程序，那一项测试会跳过。"; return 1; }
}

# pdf.js, pinned by version and content, into artifacts/tools: one test is skipped without it.
fetch_pdfjs() {
  local tools=artifacts/tools/pdfjs version=5.6.205 sum=e196561c11faacf04e224e177b5d792619136cec5bd2274d8c743e577239ebc7 folder
  [ -f "$tools/$version" ] && return 0
  (install_packages node:nodejs npm:npm) || return 1
  node -e 'process.exit(Number(process.versions.node.split(".")[0] < 20))' || { say "pdf.js 需要 Node.js 20 以上，那一项测试会跳过。"; return 1; }
  say "取 pdf.js（约 10 MB，仅此一次）……"
  folder=$(mktemp -d) || return 1
  if (cd "$folder" && npm pack --silent "pdfjs-dist@$version" >/dev/null 2>&1 && sha256sum --check --status <<<"$sum  pdfjs-dist-$version.tgz" \
      && tar -xzf pdfjs-dist-*.tgz package/legacy/build/pdf.mjs package/legacy/build/pdf.worker.mjs); then
    mkdir -p "$tools"
    mv "$folder"/package/legacy/build/*.mjs "$tools/"
    : >"$tools/$version"
  fi
  rm -rf "$folder"
  [ -f "$tools/$version" ] || { say "没有取到 pdf.js，那一项测试会跳过。"; return 1; }
}

# A reader of OFD by another maker, pinned by version and content, into artifacts/tools: one test is skipped without it.
fetch_reader() {
  local script=artifacts/tools/ofd.umd.min.js version=0.2.6 sum=9b47d64947c94839a6cb24ef3e291ffb8047d2d372ca92836a14bef3a130eda0 folder
  [ -f "$script" ] && sha256sum --check --status <<<"$sum  $script" && return 0
  (install_packages npm:npm) || return 1
  say "取 OFD 阅读程序（约 36 MB，仅此一次）……"
  folder=$(mktemp -d) || return 1
  if (cd "$folder" && npm pack --silent "ofd.js@$version" >/dev/null 2>&1 && tar -xzf ofd.js-*.tgz package/lib/ofd.umd.min.js) \
      && sha256sum --check --status <<<"$sum  $folder/package/lib/ofd.umd.min.js"; then
    mkdir -p artifacts/tools
    mv "$folder/package/lib/ofd.umd.min.js" "$script"
  fi
  rm -rf "$folder"
  [ -f "$script" ] || { say "没有取到 OFD 阅读程序，那一项测试会跳过。"; return 1; }
}

# quietly COMMAND … — shows what a command says only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}
