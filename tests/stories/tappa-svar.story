# Ett ändrat svar gör att andra försvinner: det frågas först
# rad 13, 15
Tjänst: agarbyte-va
Bot: Hej!
Bot: Anmälan om ägarbyte, vatten och avlopp
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Säljer eller köper du fastigheten?

Person: säljer
Bot: Jag har skrivit: Jag säljer
Bot: Ditt svar gör att det blir 5 frågor till.
Bot: Vilken beteckning har fastigheten?

Person: babel 1:2
Bot: Vilken dag tar köparen över?

Person: 1 november
Bot: Jag har skrivit: söndag 1 november 2026
Bot: Finns det en vattenmätare i huset?

Person: ja
Bot: Ditt svar gör att det blir 2 frågor till.

Person: hoppa över
Bot: Vad visar mätaren?

Person: 123
Bot: Jag har skrivit: 123 m³
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilken dag läste du av mätaren?

Person: i lördags
Bot: Jag har skrivit: lördag 21 november 2026
Bot: Det skiljer mer än en vecka från tillträdesdagen.
Bot: Vart ska vi skicka din slutfaktura?

Person: ändra vattenmätare
Bot: Finns det en vattenmätare i huset?

Person: nej
Bot: Om du ändrar det här försvinner också svaren på:
Bot: • Mätarens nummer
Bot: • Mätarställning
Bot: • Avläst
Bot: [Ja, ändra]
Bot: [Nej, behåll som det var]

Person: nej, behåll
Bot: Inget är ändrat.
Bot: Vart ska vi skicka din slutfaktura?
