#!/usr/bin/env bash
# An evaluation as a Slurm job array, one shard a task, and its merge:
#   eval=$(sbatch --parsable docs/cluster/slurm.sh DATA OUT)
#   sbatch --dependency=afterok:$eval --wrap "./signbridge merge OUT/part* --out OUT/whole"
# A task that was killed or requeued goes on where it stopped. DATA and OUT lie on a file system that all nodes share.
#SBATCH --job-name=signbridge-eval
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

data=$1 out=$2
cd "$SLURM_SUBMIT_DIR"
# On nodes with a card: --gres=gpu:1 above, SIGNBRIDGE_FLAVOUR=cuda and --device cuda here.
./signbridge eval "$data" --out "$out/part$SLURM_ARRAY_TASK_ID" --poses "$out/poses" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --workers "$SLURM_CPUS_PER_TASK"
