"""The process that opens uploaded files, and nothing else does: started for one paper, bounded, and then gone.

It reads the paper from its standard input and writes records to its standard output; it knows no Django, no database
and no secret. What it says is read by `socialcode.documents.drawing`.
"""
