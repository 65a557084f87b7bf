#!/usr/bin/env bash
# 一条命令：安装测试需要的程序，运行全部测试。最后一行是 “N passed, N failed”。
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

require_sdk
install_fonts
install_packages chromium:chromium qpdf:qpdf pdftoppm:poppler-utils gs:ghostscript mutool:mupdf-tools \
  soffice:libreoffice-writer-nogui ssh:openssh-client /usr/sbin/sshd:openssh-server:ssh rsync:rsync \
  /usr/sbin/nginx:nginx:nginx /usr/lib/nginx/modules/ngx_http_brotli_static_module.so:libnginx-mod-http-brotli-static \
  slurmctld:slurmctld:slurmctld slurmd:slurmd:slurmd sbatch:slurm-client munged:munge:munge
fetch_checker || true
fetch_pdfjs || true
fetch_reader || true
say "编译……"
quietly dotnet build FuGongJianJia.sln --configuration Release --nologo -v quiet

# One more test: the formatting is CSharpier's.
passed=0 failed=0 skipped=0 status=0
say "核对代码格式……"
if quietly dotnet tool restore && quietly dotnet csharpier check .; then
  passed=1
else
  failed=1
  say "有文件没有按 CSharpier 排版，请运行 dotnet csharpier format . 后提交。"
fi

results=artifacts/test-results
rm -rf "$results"
for project in FuGongJianJia.Tests FuGongJianJia.BrowserTests; do
  say "测试 $project ……"
  dotnet test "tests/$project" --configuration Release --no-build --nologo \
    --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" --results-directory "$results" || status=1
done

# 从结果文件合计，不靠屏幕上的字。
ran=0
for file in "$results"/*.trx; do
  counters=$(grep -o '<Counters [^>]*' "$file" | head -n 1)
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(number total) ok=$(number passed) skip=$(number notExecuted)
  ran=$((ran + ok)) passed=$((passed + ok)) skipped=$((skipped + skip)) failed=$((failed + total - ok - skip))
done
if [ "$ran" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
  failed=$((failed + 1))
fi
[ "$skipped" -eq 0 ] || say "跳过 $skipped 项，原因见上。"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
