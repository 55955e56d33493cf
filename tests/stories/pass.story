# Pass är polisens sak
# rad 20
Bot: Hej!
Bot: Vad vill du göra?

Person: boka tid för pass
Bot: Det sköter Polisen.
Bot: Vill du ha hjälp av en människa?
Bot: Vad vill du göra?
