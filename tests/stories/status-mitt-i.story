# Status för ett annat ärende, mitt i
# rad 17, 31
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

Person: hur går det med mitt ärende
Bot: Ansökan om byte av skola, K-2345-0001: Utkast
Bot: Nu tillbaka till frågan:
Bot: Vad heter barnet?

Person: Kalle Ek
Bot: Vilket personnummer har barnet?
