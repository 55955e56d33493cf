# Flera rader i samma meddelande
# rad 5
Tjänst: forskola-uppsagning
Bot: Hej!
Bot: Uppsägning av plats i förskola eller fritidshem
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Ska barnet bara byta till en annan förskola eller ett annat fritidshem i kommunen?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Maja Ek | 20220314-2381 | förskola
Bot: Jag har förstått det så här:
Bot: • Barnets namn: Maja Ek
Bot: • Barnets personnummer: 20220314-2381
Bot: • Plats: Förskola
Bot: Stämmer det?
Bot: [Ja, det stämmer]
Bot: [Nej, fråga mig i stället]

Person: japp
Bot: Vad heter stället där barnet går?
