# Allt på en gång, med kommatecken
# rad 5
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

Person: Kalle Ek, 20150314-2380, Bollstaskolan, Nylands skola, 11 januari
Bot: Jag har förstått det så här:
Bot: • Barnets namn: Kalle Ek
Bot: • Barnets personnummer: 20150314-2380
Bot: • Skola nu: Bollstaskolan
Bot: • Önskad skola: Nylands skola
Bot: • Från och med: måndag 11 januari 2027
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: ja
Bot: Bra att veta: Väljer du en annan skola än den kommunen har erbjudit har barnet oftast inte rätt till skolskjuts.
Bot: Varför vill ni byta skola?
