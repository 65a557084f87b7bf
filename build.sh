#!/usr/bin/env bash
# 一条命令：检查环境、安装缺少的字体、编译、用本仓库的数据生成网站和 PDF。
# 其余参数原样交给 fugong build，例如 ./build.sh --no-pdf
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

require_sdk
install_fonts
say "编译（首次约半分钟）……"
# The analyzers take as long again as the compiler; test.sh runs them.
quietly dotnet build src/FuGongJianJia.Cli --configuration Release --nologo -v quiet -p:RunAnalyzers=false
dotnet artifacts/bin/FuGongJianJia.Cli/release/fugong.dll build --root . "$@"
