"""Every decision computed once more: from the facts it kept, by the law as the portal knew it then, and as now."""
