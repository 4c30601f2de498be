"""Pages: a citizen's notices, the check of a letter, the demo phones and mailboxes."""
