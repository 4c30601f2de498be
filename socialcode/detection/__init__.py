"""Who has a right, or may have one, by what registers say of the whole country: found in the pass of the family map.

For whoever offers rights that nobody asked for. It decides nothing, and nobody is told anything here.
"""
