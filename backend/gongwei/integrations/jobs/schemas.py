"""What is told about a job."""

from typing import Any

from gongwei.core.schemas import FaultOut, ProblemOut, ResourceOut
from gongwei.integrations.jobs.models import Job


class JobOut(ResourceOut):
    """`done` of `total`; `total` is 0 while it is not known. `problem` says why a job failed."""

    kind: str
    done: int
    total: int
    message: str
    result: dict[str, Any] | None
    problem: ProblemOut | None

    @classmethod
    def of(cls, job: Job, language: str) -> "JobOut":
        """The job in the words of `language`, `zh` or `en`."""
        return cls(
            id=job.id,
            version=job.version,
            state=job.state,
            created_at=job.created_at,
            updated_at=job.updated_at,
            kind=job.kind,
            done=job.done,
            total=job.total,
            message=job.message_en if language == "en" else job.message_zh,
            result=job.result,
            problem=_problem(job, language),
        )


def _problem(job: Job, language: str) -> ProblemOut | None:
    stored = job.problem
    if stored is None:
        return None
    return ProblemOut(
        type=f"/problems/{stored['code']}",
        title=stored["title"][language],
        status=stored["status"],
        detail=stored["detail"][language],
        instance=f"/api/v1/jobs/{job.id}",
        code=stored["code"],
        request_id=job.request_id,
        errors=[
            FaultOut(pointer=fault["pointer"], code=fault["code"], message=fault[language])
            for fault in stored["errors"]
        ],
        **stored["members"],
    )
