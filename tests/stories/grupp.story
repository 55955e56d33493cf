# Flera parter: rader läggs till en i taget
Tjänst: agarbyte-va
Bot: Hej!
Bot: Anmälan om ägarbyte, vatten och …
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Säljer eller köper du fastigheten?

Person: köper
Bot: Jag har skrivit: Jag köper
Bot: Vilken beteckning har fastigheten?

Person: Kramfors Babel 1:2
Bot: Vilken dag tar köparen över?

Person: 1 mars
Bot: Jag har skrivit: måndag 1 mars 2027
Bot: Finns det en vattenmätare i huset?

Person: nej
Bot: Vart ska vi skicka dina fakturor?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vad heter säljaren?

Person: Bo Ek
Bot: Vilket personnummer har säljaren?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har säljaren?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Finns det fler säljare eller köpare?

Person: ja
Bot: Part 1. Säljer eller köper personen?

Person: köper
Bot: Part 1. Vad heter personen?

Person: Lena Berg
Bot: Part 1. Vilket personnummer har personen?

Person: 199908072391
Bot: Jag har skrivit: 19990807-2391
Bot: Part 1. Vilket mobilnummer har personen?

Person: 0701740608
Bot: Jag har skrivit: 070-174 06 08
Bot: Finns det någon mer?

Person: ja
Bot: Part 2. Säljer eller köper personen?

Person: tillbaka
Bot: Finns det någon mer?
Bot: Ditt tidigare svar: Ja

Person: nej
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?
