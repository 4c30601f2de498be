"""Of families with children: chapter 9."""
