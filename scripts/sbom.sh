#!/usr/bin/env bash
# 软件物料清单（CycloneDX 1.6）：程序里有哪些包、哪一版、什么许可、SHA-512 是多少，写到 artifacts/sbom/fugong.cdx.json。
# 由锁定的依赖得出，不联网；同样的锁文件得到逐字节相同的清单。
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

require_sdk
quietly dotnet tool restore
quietly dotnet restore src/FuGongJianJia.Cli
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
quietly dotnet dotnet-CycloneDX src/FuGongJianJia.Cli/FuGongJianJia.Cli.csproj \
  --framework net10.0 --disable-package-restore --base-intermediate-output-path "$PWD/artifacts/obj" \
  --spec-version 1.6 --output-format Json --no-serial-number --exclude-dev --set-name fugong --set-version "$version" \
  --output artifacts/sbom --filename fugong.cdx.json
# The moment of writing would make two lists of one program differ.
sed -i.bak '/^    "timestamp":/d' artifacts/sbom/fugong.cdx.json
rm artifacts/sbom/fugong.cdx.json.bak
say "artifacts/sbom/fugong.cdx.json：$(grep -c '"purl": "pkg:nuget' artifacts/sbom/fugong.cdx.json) 个包"
