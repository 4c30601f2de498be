"""What somebody types is not lost: kept while they write, while they sign in again, while they change the language.

Every form that takes something typed carries a mark (`marks`): whose page it was, where, and which form. By that it is
kept (`keeping`) and put back into the page (`filling`, `writing`); nothing is ever sent by itself.
"""
