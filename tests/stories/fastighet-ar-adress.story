# Adressen i stället för beteckningen
# rad 11, 9
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

Person: Torggatan 2
Bot: Det här ser ut som en gatuadress.

Person: babel 1:2
Bot: Söker du som privatperson eller för ett företag?
