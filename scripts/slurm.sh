#!/usr/bin/env bash
# 在一台机器上搭一个 Slurm（控制器和两个节点），分份生成，中途弄死一个节点，重新排队，合成，与一次生成的逐字节比较。
# 用法：scripts/slurm.sh [份数，默认 4] [基层工会个数，默认 60]；要有 slurm-wlm 和 munge。记录在 artifacts/slurm.log。
set -euo pipefail
cd "$(dirname "$0")/.."

shares=${1:-4} unions=${2:-60}
program=${FUGONG:-$PWD/artifacts/bin/FuGongJianJia.Cli/release/fugong.dll}
fugong() { dotnet "$program" "$@"; }
mkdir -p artifacts
exec > >(tee artifacts/slurm.log) 2>&1
say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }
until_so() { # seconds command … — waits until the command succeeds
  local end=$((SECONDS + $1))
  while ! "${@:2}" >/dev/null 2>&1; do
    ((SECONDS < end)) || fail "等了 $1 秒没有等到：${*:2}"
    sleep 0.2
  done
}

fail() {
  say "$1"
  tell || true
  exit 1
}

tell() { # why it did not come: the queue, the nodes and the ends of the logs
  local log
  squeue
  sinfo -N -l
  sinfo -R
  scontrol show node
  scontrol show job
  for log in "$work"/*.log; do
    printf '\n== %s\n' "${log##*/}"
    tail -n 25 "$log"
  done
}

port() { # one that nobody listens on
  local number
  while number=$((20000 + RANDOM % 20000)) && (exec 3<>"/dev/tcp/127.0.0.1/$number") 2>/dev/null; do :; done
  echo "$number"
}

# Everything in one folder of its own; only the daemons that are started here are stopped, by their ids.
work=$(mktemp -d)
stop() {
  local file signal
  [ -z "${job:-}" ] || scancel "$job" || true
  for signal in TERM KILL; do
    for file in node1 node2 slurmctld munged; do
      [ ! -s "$work/$file.pid" ] || kill -s "$signal" "$(cat "$work/$file.pid")" 2>/dev/null || true
    done
    sleep 1
  done
  rm -rf "$work" 2>/dev/null || { sleep 2; rm -rf "$work"; }
}
trap stop EXIT
chmod 755 "$work"
user=$(id -un) host=$(hostname -s)

say "数据：$unions 家基层工会；一次生成"
fugong demo --unions "$unions" --towns 3 --into "$work/project" | tail -n 1
cp input/site.yml "$work/project/input/"
rm -r "$work"/project/data/{2022,2023,2024?*} # a year is enough
fugong build --root "$work/project" --output "$work/single" --quiet

say "启动控制器和两个节点"
mkdir -p "$work/state" "$work/spool" "$work/shares" "$work/socket"
(umask 077 && head -c 1024 /dev/urandom >"$work/munge.key")
munged --force --key-file="$work/munge.key" --socket="$work/socket/munge" --pid-file="$work/munged.pid" \
  --log-file="$work/munged.log" --seed-file="$work/munge.seed"
# A busy machine answers late, and a node that answers late is not dead: Slurm gives it much time, and the administrator
# says which one is. A share that is queued again may start after cred_expire seconds.
cat >"$work/slurm.conf" <<CONF
ClusterName=fugong
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$work/socket/munge,cred_expire=30
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool/%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/%n.log
SlurmctldPort=$(port)
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/linear
MpiDefault=none
ReturnToService=2
JobRequeue=1
SlurmdTimeout=600
MessageTimeout=60
BatchStartTimeout=120
UnkillableStepTimeout=300
SlurmdParameters=config_overrides
NodeName=node1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(port) CPUs=1
NodeName=node2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(port) CPUs=1
PartitionName=all Nodes=node[1-2] Default=YES State=UP
CONF
export SLURM_CONF=$work/slurm.conf
node() { slurmd -N "$1"; }
slurmctld -c
node node1
node node2
idle() { [ "$(sinfo -h -N -t idle | wc -l)" -eq 2 ]; }
until_so 30 idle
sinfo -N

cat >"$work/share.sh" <<JOB
#!/bin/bash
echo "\$SLURMD_NODENAME \$\$" >"$work/task-\$SLURM_ARRAY_TASK_ID"
echo "第 \$SLURM_ARRAY_TASK_ID 份在 \$SLURMD_NODENAME，第 \$((\${SLURM_RESTART_COUNT:-0} + 1)) 次"
exec dotnet "$program" build --root "$work/project" --shard auto/$shares --output "$work/shares/\$SLURM_ARRAY_TASK_ID" --jobs 1
JOB
say "提交 $shares 份"
job=$(sbatch --parsable --requeue --array="1-$shares" --output="$work/out-%a.log" --open-mode=append "$work/share.sh")

# A node dies while it stages files: its daemon, the keeper of the task and the program.
victim() { task=$(grep -l '^node2 ' "$work"/task-* | head -n 1) && [ -d "$work/shares/${task##*-}/.stage" ]; }
until_so 300 victim
pid=$(cut -d' ' -f2 "$task")
squeue
say "弄死 node2：它正在做第 ${task##*-} 份"
kill -9 "$(cat "$work/node2.pid")" "$(ps -o ppid= -p "$pid" | tr -d ' ')" "$pid"
rm -f "$work/node2.pid"
scontrol update nodename=node2 state=down reason="没有电了"
down() { sinfo -h -N -n node2 -t down | grep -q node2; }
until_so 60 down
sinfo -R
squeue
say "node2 回来"
node node2
up() { sinfo -h -N -n node2 -t idle,alloc | grep -q node2; }
until_so 120 up
sinfo -N
ended() { # the queue is empty; a share that Slurm holds back is let go
  local reasons
  reasons=$(squeue -h -o %r) || return
  [[ $reasons != *[Hh]eld* ]] || scontrol release "$job"
  [ -z "$reasons" ]
}
until_so 300 ended
for share in $(seq "$shares"); do
  grep -h '^第 ' "$work/out-$share.log"
  state=$(scontrol show job "${job}_$share" | grep -o -E 'JobState=\S+|Restarts=\S+' | tr '\n' ' ')
  [[ $state == *=COMPLETED* ]] || fail "第 $share 份没有做完：$state"
  echo "$state$(grep 清单校验值 "$work/out-$share.log" | tail -n 1)"
done

say "合成"
fugong merge "$work"/shares/* --root "$work/project" --output "$work/joined"
hashes() { (cd "$1" && find site internal manifest.json -type f -exec sha256sum {} + | LC_ALL=C sort -k 2); }
hashes "$work/single" >"$work/single.sums"
hashes "$work/joined" >"$work/joined.sums"
cmp "$work/single.sums" "$work/joined.sums"
say "合成的 $(wc -l <"$work/joined.sums") 个文件与一次生成的逐字节相同，清单 $(sha256sum <"$work/joined/manifest.json" | cut -c1-64)"
