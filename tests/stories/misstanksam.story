# Den misstänksamme: är du en robot, vem ser det här?
# rad 3, 17, 23
Tjänst: bygglov
Bot: Hej!
Bot: Ansökan om bygglov
Bot: Har du skyddade personuppgifter?

Person: är du en robot?
Bot: Jag är en digital assistent hos Kramfors kommun, inte en människa.
Bot: Har du skyddade personuppgifter?

Person: vem ser det jag skriver?
Bot: Den enhet som tar emot ärendet läser det.
Bot: Har du skyddade personuppgifter?

Person: varför då
Bot: Det kan vara en markering om sekretess, eller att du har skyddad folkbokföring.
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: måste jag logga in?
Bot: Nej, inte nu.
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: jag loggar in sedan
Bot: Det går bra.
Bot: Vilken fastighet vill du bygga på?

Person: babel 1:2
Bot: Söker du som privatperson eller för ett företag?
