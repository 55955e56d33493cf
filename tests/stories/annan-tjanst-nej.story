# Nej, jag fortsätter här
# rad 18
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

Person: vi vill ha bygglov för ett garage
Bot: Vill du börja med Ansökan om bygglov i stället?
Bot: [Ja, byt]
Bot: [Nej, fortsätt här]

Person: nej
Bot: Vad heter den du gifter dig med?
