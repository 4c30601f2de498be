"""An invented country: its figures, its families and what registers say of them."""
