"""The portal's door: what stands between the web server and the pages. See docs/door.md.

A request takes a thread only once all of it has arrived, and leaves it before the answer goes out: who sends or reads
slowly holds up nobody. Threads stand in lanes of their own, so that costly pages leave the others theirs.
"""
