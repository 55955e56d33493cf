# Måste jag logga in?
# rad 17, 2
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: måste man logga in?
Bot: Nej, inte nu.
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: vad händer sen?
Bot: När kommunen har fått ärendet: Vi kontaktar er om tiden och bekräftar den.
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
