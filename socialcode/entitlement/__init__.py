"""What a household is entitled to: results, the best combination, the months to come, and what would change them."""
