#!/usr/bin/env bash
# 长时间的模糊测试：scripts/fuzz.sh [分钟]，默认 60。出错的输入写到 artifacts/fuzz，修好后移到 tests/fuzz/<类别>/<名称>。
set -euo pipefail
cd "$(dirname "$0")/.."
export FUGONG_FUZZ_MINUTES="${1:-60}"
export FUGONG_FUZZ_FOUND="${FUGONG_FUZZ_FOUND:-$PWD/artifacts/fuzz}"
dotnet build tests/FuGongJianJia.Tests --configuration Release --nologo -v quiet -p:RunAnalyzers=false
dotnet test tests/FuGongJianJia.Tests --configuration Release --no-build --nologo \
  --filter "FullyQualifiedName~FuzzTests.No_changed_input" --logger "console;verbosity=detailed"
