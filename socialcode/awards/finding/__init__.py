"""What is found of awards with nobody waiting: ends by the calendar, deaths, and what else registers say anew."""
