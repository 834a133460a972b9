"""The desk: what is done to a council's files, by whichever screen or command.

`office` is the data folder opened, `ledger` one file of it with its acts; the rooms beside them
hold one subject each."""
