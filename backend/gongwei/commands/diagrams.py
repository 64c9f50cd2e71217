"""State machines drawn from their tables, for the documentation."""

from gongwei.core.workflow import Workflow


def diagram(workflow: Workflow) -> str:
    """A Mermaid state diagram of a workflow, headed by its noun."""
    lines = [
        f"### {workflow.noun}",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {workflow.initial}",
    ]
    for transition in workflow.transitions.values():
        lines.extend(
            f"    {source} --> {transition.target}: {transition.action}"
            for source in sorted(transition.sources)
        )
    return "\n".join([*lines, "```", ""])
