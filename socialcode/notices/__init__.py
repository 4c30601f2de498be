"""What the portal tells a person: written with the change it speaks of, delivered afterwards, kept exactly as sent."""
