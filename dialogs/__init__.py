"""The dialog core: definitions, fields, conversation state and the one function that moves it.

Nothing in here does I/O, reads a clock, logs or imports another package of this project.
"""
