"""Refusals of jobs."""

from gongwei.core.errors import ProblemType

JOB_INTERRUPTED = ProblemType(
    "job_interrupted",
    503,
    "任务中断",
    "The work was interrupted",
    "服务在办理途中停止，这次办理没有完成。请查看现状后重新发起。",
    "The service stopped before this was done. Look at the present state and start it again.",
)
