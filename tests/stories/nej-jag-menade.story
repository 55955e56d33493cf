# Nej, jag menade
# rad 12
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter den du gifter dig med?

Person: Bo Ek
Bot: Vilket personnummer har den du gifter dig med?

Person: nej jag menade Bo Lund
Bot: Jag har ändrat Den du gifter dig med: namn till Bo Lund.
Bot: Vilket personnummer har den du gifter dig med?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den du gifter dig med?
