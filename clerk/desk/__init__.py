"""The desk: what is done to a council's files, by whichever screen or command.

`office` is the data folder opened, `ledger` one file of it with its acts; beside them lies what an
office is made of. The rooms stand on it, and on one another: register, meeting, lists; on these
documents, what comes in, and the care of the folder.
"""
