"""A month's payments of many people: made, exported, answered and reconciled, beside a plain COPY."""
