# 2/1 är den andra januari
# rad 10
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

Person: 2/1
Bot: Jag har skrivit: lördag 2 januari 2027
Bot: Varför vill ni byta skola?
