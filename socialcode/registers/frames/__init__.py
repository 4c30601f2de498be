"""From rows in the database to what derivations read: for a household, and for a slice of the nation."""
