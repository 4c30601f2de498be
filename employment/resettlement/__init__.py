"""Voluntary moving for work with the help of the state (article 112): places, contract, certificate, following."""
