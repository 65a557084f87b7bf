#!/usr/bin/env bash
# 改动测试：随机改 N 处数据、案例和设置（默认 200），每次核对接着生成与从头生成逐字节相同，中途打断的也一样。
set -euo pipefail
cd "$(dirname "$0")/.."
export FUGONG_EDITS="${1:-200}"
dotnet build tests/FuGongJianJia.Tests --configuration Release --nologo -v quiet -p:RunAnalyzers=false
dotnet test tests/FuGongJianJia.Tests --configuration Release --no-build --nologo \
  --filter "FullyQualifiedName~RandomEditTests" --logger "console;verbosity=detailed"
