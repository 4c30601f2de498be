"""Who visits the pages: in Kazakh on a desktop by day and on a phone at night; in other languages on one that is both.

What shuts somebody out does not depend on the language, once sentences are translated; how wide they are does.
"""

import pytest

SCREENS = (("desktop", "light"), ("phone", "dark"))

by_everybody = pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [*(("kk", size, scheme) for size, scheme in SCREENS), ("ru", "both", "light"), ("en", "both", "dark")],
)

# A whole journey, which is long: barriers are looked for in Kazakh on a phone, the others go the same way at a desk
by_one_in_each_language = pytest.mark.parametrize(
    ("language", "size"), [("kk", "phone"), ("ru", "desktop"), ("en", "desktop")]
)
