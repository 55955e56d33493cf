# Samordningsnummer: en fråga, rätt väg, och svaren finns kvar
# rad 17, 20, 24
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Du behöver ha fyllt 18 år.
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Knapp: Jag har ingen e-legitimation, eller det går inte
Bot: Du kan få hjälp ändå. Vad stämmer in på dig?
Bot: [Jag har ingen e-legitimation]
Bot: [Min e-legitimation krånglar]
Bot: [Jag har ett samordningsnummer]
Bot: [Jag har reservnummer, LMA-kort eller inget nummer]
Bot: [Jag är under 18 år]
Bot: [Jag hjälper någon annan]

Knapp: Jag har ett samordningsnummer
Bot: Med samordningsnummer kan du ibland få en e-legitimation.
Bot: Fråga banken vad som gäller för dig.
Bot: Vi har öppet måndag till torsdag 8–16.30 och fredag 8–15.
Bot: Ta med pass eller id-kort
Bot: Det du har svarat finns kvar i det här samtalet till och med söndag 21 februari 2027.
Bot: [Prata med en människa]
Bot: [Tillbaka till inloggningen]
Bot!: personnummer har barnet

Knapp: Tillbaka till inloggningen
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]
Bot: [Jag har ingen e-legitimation, eller det går inte]

Inloggad: Alex
Bot: Tack, du är inloggad som Alex Ek.
Bot: Vad heter barnet?
