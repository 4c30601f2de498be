"""New amounts of all payments after a change of the law, beside a plain COPY."""
