"""Messages between the portal and banks in the words of ISO 20022: pain.001 out, pain.002 and camt.054 in."""
