"""Offers on pages: for who is offered something, for anybody who got a message, for offices, the ministry and all."""
