"""Tables of counts of people that everybody may read: what of them is not shown."""
