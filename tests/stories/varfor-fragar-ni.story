# Den misstänksamme frågar varför, vem som läser och hur länge det sparas
# rad 3, 17, 30
Tjänst: autogiro
Bot: Hej!
Bot: Anmälan om autogiro
Bot: Vad vill du göra?

Person: ska sluta
Bot: Jag har skrivit: Avsluta autogiro
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Person: nej
Bot: Det går bra.
Bot: Vems fakturor gäller det?

Person: varför ska ni veta det
Bot: Exempel: Mina egna
Bot: Vems fakturor gäller det?

Person: vem läser detta?
Bot: Exempel: Mina egna
Bot: Vems fakturor gäller det?

Person: hur länge sparar ni det?
Bot: Vi ber bara om det som behövs för ditt ärende.
Bot: Vems fakturor gäller det?

Person: mina egna
Bot: Vilka fakturor gäller det?
