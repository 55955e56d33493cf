# Sexton år: en vårdnadshavare, ett eget sätt, och någon att prata med
# rad 20
Tjänst: bygglov
Bot: Hej!
Bot: Du behöver ha fyllt 18 år.
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Person: jag är 16 år
Bot: De flesta ärenden görs av en vårdnadshavare.
Bot: Låna aldrig någon annans.
Bot: Bris svarar på 116 111.
Bot: [Tillbaka till inloggningen]
