# Vad kostar det? Och sedan vidare
# rad 17
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

Person: vad kostar det?
Bot: Det kostar inget att använda den här tjänsten.
Bot: Vilken fastighet vill du bygga på?

Person: när har ni öppet?
Bot: Ring kundtjänst på 0612-800 00, mejla kommun@kramfors.se eller kom till Torggatan 2 i Kramfors.
Bot: Vilken fastighet vill du bygga på?

Person: babel 1:2
Bot: Söker du som privatperson eller för ett företag?
