# Ändra telefonnumret från var som helst, och kom tillbaka
# rad 12
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av skola
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kalle Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Vilken skola går barnet i nu?

Person: bollsta
Bot: Jag har skrivit: Bollstaskolan
Bot: Vilken skola vill du att barnet ska byta till?

Person: nyland
Bot: Jag har skrivit: Nylands skola
Bot: Bra att veta: Väljer du en annan skola än den kommunen har erbjudit har barnet oftast inte rätt till skolskjuts.
Bot: Från vilken dag vill du att barnet byter?

Person: 11 januari
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: Varför vill ni byta skola?

Person: vi flyttar
Bot: Ditt svar gör att det blir en fråga till.

Person: hoppa över
Bot: Vem har vårdnaden om barnet?

Person: ensam
Bot: Jag har skrivit: Jag har ensam vårdnad
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: ändra telefonnumret
Bot: Vilket telefonnummer når vi dig på?

Person: 070 174 06 06
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?
