# Enskild firma: personnumret är organisationsnumret
# rad 11
Tjänst: bygglov
Bot: Hej!
Bot: Ansökan om bygglov
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vilken fastighet vill du bygga på?

Person: Kramfors Babel 1:2
Bot: Söker du som privatperson eller för ett företag?

Person: för ett företag
Bot: Jag har skrivit: För ett företag eller en förening
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket organisationsnummer har ni?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vad vill du göra?

Person: hjälp
Bot: Osäker på om du behöver lov?
Bot: Vad vill du göra?
