# Det blev fel, fråga i stället
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

Person: Kalle Ek, 20150314-2380, Bollstaskolan
Bot: Jag har förstått det så här:
Bot: • Barnets namn: Kalle Ek
Bot: • Barnets personnummer: 20150314-2380
Bot: • Skola nu: Bollstaskolan
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Knapp: Nej, fråga mig i stället
Bot: Då frågar jag i stället.
Bot: Vad heter barnet?

Person: Kalle Ek
Bot: Vilket personnummer har barnet?
