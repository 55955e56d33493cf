# Vigsel, med ångrade val och en annan tjänst emellan
# rad 10, 12, 14, 18
Tjänst: vigsel
Bot: Hej!
Bot: Boka borgerlig vigsel
Bot: Har någon av er skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter den du gifter dig med?

Person: Bo Ek
Bot: Vilket personnummer har den du gifter dig med?

Person: 199001012385
Bot: Det är ditt eget personnummer.

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den du gifter dig med?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Ditt svar gör att det blir en fråga färre.
Bot: Har ni fått intyget om hindersprövning?

Person: ja, vi har intyget
Bot: Ditt svar gör att det blir 2 frågor till.
Bot: Vilken dag är intyget utfärdat?

Person: 2 november
Bot: Jag har skrivit: måndag 2 november 2026
Bot: Skicka en bild av intyget om hindersprövning.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf

Knapp: Klar
Bot: Vilken dag vill ni gifta er?

Person: lördag den 13 februari
Bot: Jag har skrivit: lördag 13 februari 2027
Bot: Vilken tid passar er?

Person: 14.30
Bot: Jag har skrivit: kl. 14.30
Bot: Vilken dag väljer ni i andra hand?

Person: ångra
Bot: Jag har ångrat det senaste.
Bot: • Tid: inte besvarad
Bot: Vilken tid passar er?

Person: 15
Bot: Jag har skrivit: kl. 15.00
Bot: Vilken dag väljer ni i andra hand?

Person: hoppa över
Bot: Var vill ni gifta er?

Person: på en annan plats
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vilken plats har ni tänkt er?

Person: Hornöberget
Bot: Vilket språk ska vigseln vara på?

Person: jag kan inte logga in
Bot: Så trist.
Bot: Vilket språk ska vigseln vara på?

Person: nej
Bot: Jag hittar inte det svaret bland alternativen.

Person: engelska
Bot: Har ni egna vittnen?

Person: kommunen får ordna
Bot: Menade du Nej, kommunen får ordna?
Bot: [Nej, kommunen får ordna]
Bot: [Nej, något annat]

Person: hoppa över
Bot: Den frågan behöver ett svar.
Bot: Frågan var: Har ni egna vittnen?

Person: 0701740605
Bot: Jag hittar inte det svaret bland alternativen.

Person: nej
Bot: Jag har skrivit: Nej, kommunen får ordna
Bot: Hur många gäster kommer?

Person: ja
Bot: Jag hittar inget tal i svaret.

Person: ändra språk till svenska
Bot: Jag har ändrat Språk till Svenska.
Bot: Hur många gäster kommer?

Person: skicka
Bot: Det finns frågor kvar innan du kan skicka.
Bot: Hur många gäster kommer?
