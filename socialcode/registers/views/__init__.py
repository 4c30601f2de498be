"""Pages about somebody's data: each lets its reader in by the door, and changes things by an action."""
