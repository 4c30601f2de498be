"""An SMS centre over SMPP 3.4: a process of its own (`manage.py smpp`) between it and the queue in PostgreSQL.

wire       a line to the centre, and what goes over it, PDU by PDU
writing    a text as the parts that go
reading    a deliver_sm as a receipt, or as what a person wrote
queue      rows that are due, and what became of them
inward     receipts and messages, kept before the centre is told that they came
pace       how fast the centre takes messages
session    one bind, from its beginning to its end
process    sessions, one after another
"""
