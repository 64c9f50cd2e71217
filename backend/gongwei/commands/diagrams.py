"""State machines drawn from their tables, for the documentation."""

from gongwei.core.workflow import Workflow


def diagram(workflow: Workflow) -> str:
    """A Mermaid state diagram of a workflow, headed by its noun."""
    lines = [
        f"### {workflow.noun}",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f"    [*] --> {state}" for state in workflow.begins),
    ]
    for transition in workflow.transitions.values():
        lines.extend(
            f"    {state} --> {transition.leads_to(state)}: {transition.action}"
            for state in sorted(transition.possible_in)
        )
    return "\n".join([*lines, "```", ""])
