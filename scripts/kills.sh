#!/usr/bin/env bash
# 断电测试：把真正的程序杀掉 N 次（默认 200，其中四分之一在恢复之中），每次核对输出是完整的旧版或新版，并且再生成一次就好。
set -euo pipefail
cd "$(dirname "$0")/.."
export FUGONG_KILLS="${1:-200}"
dotnet build tests/FuGongJianJia.Tests --configuration Release --nologo -v quiet -p:RunAnalyzers=false
dotnet test tests/FuGongJianJia.Tests --configuration Release --no-build --nologo \
  --filter "FullyQualifiedName~KillTests" --logger "console;verbosity=detailed"
