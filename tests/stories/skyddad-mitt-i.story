# Den som skriver att hen har skydd får inte det som barnets namn
# rad 17, 23
Tjänst: skolbyte
Bot: Hej!
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Inloggad: Anna
Bot: Vad heter barnet?

Person: skyddad adress
Bot: Jag har inte sparat det du skrev.
Bot: Skriv inget om dig själv här.
Bot: Ring kundtjänst på 0612-800 00
Bot: [Fortsätt här]
Bot!: Vilket personnummer

Knapp: Fortsätt här
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?
