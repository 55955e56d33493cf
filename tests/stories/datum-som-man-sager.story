# Datum som man säger dem
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

Person: måndag efter nyår
Bot: Menade du måndag 30 november 2026?
Bot: [måndag 30 november 2026]
Bot: [Nej, något annat]

Person: v. 2
Bot: Veckan går från måndag 11 januari 2027 till söndag 17 januari 2027.
Bot: Frågan var: Från vilken dag vill du att barnet byter?

Person: 11/1
Bot: Jag har skrivit: måndag 11 januari 2027
Bot: Varför vill ni byta skola?
