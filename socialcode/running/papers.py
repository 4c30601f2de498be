"""What the process that looks at one paper and draws it may use: see docs/papers.md."""

MEGABYTE = 1024 * 1024

BOUNDS = {
    "wall": 120,  # seconds on the clock
    "cpu": 40,  # seconds of the processor
    "quick": 5,  # seconds of the processor for the first try: what takes longer comes after all others
    "memory": 1024 * MEGABYTE,
    "output": 64 * MEGABYTE,  # of all pictures together
    "files": 64,  # open at a time: fonts of the system
    "pixels": 64_000_000,  # of a picture; the largest photographs of phones
    "pages": 100,  # drawn; of what is left the reader is told how much it is
    "objects": 20_000,  # of a PDF
    "unpacked": 512 * MEGABYTE,  # of all that is packed in a PDF
    "side": 2400,  # pixels: a sheet at 200 dots an inch
    "page_pixels": 30_000_000,  # of one page as it is drawn
}
