"""Files that registers send: read whatever their size, checked row by row, brought in without doubling or losing."""
