"""What is done with offers: prepared, sent, answered, fulfilled, ended. Each is one change, with its event."""
