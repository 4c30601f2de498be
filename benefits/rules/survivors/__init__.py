"""Of the loss of a breadwinner, and of burial: chapters 16 and 17."""
