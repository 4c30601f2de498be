"""Special state benefits and the special professional payment: chapter 14."""
