"""Short messages over SMPP: how fast they go out, and whether a code waits behind a nation."""
