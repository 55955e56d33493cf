# Ett företag söker bygglov
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

Person: Babel 1:2
Bot: Söker du som privatperson eller för ett företag?

Person: företag
Bot: Jag har skrivit: För ett företag eller en förening
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilket organisationsnummer har ni?

Person: 5560360790
Bot: Siffrorna stämmer inte för ett organisationsnummer.

Person: 5560360793
Bot: Jag har skrivit: 556036-0793
Bot: Vad vill du göra?

Person: plank
Bot: Jag har skrivit: Sätta upp mur eller plank
Bot: Beskriv kort vad du vill bygga eller ändra.
