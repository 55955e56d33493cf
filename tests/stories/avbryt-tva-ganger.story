# Avbryt, avbryt!
# rad 19
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: avbryt
Bot: Vill du avbryta?
Bot: [Spara utkastet]
Bot: [Ta bort utkastet]
Bot: [Fortsätt svara]

Person: AVBRYT
Bot: Utkastet K-2345-0001 är sparat.
Bot: Vad vill du göra?
