# Fel svar flera gånger: mer hjälp för varje gång, till sist en människa
Tjänst: skolbyte
Bot: Hej!
Bot: Ansökan om byte av …
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-2381
Bot: Siffrorna stämmer inte med varandra.
Bot!: Exempel

Person: vet inte
Bot: Den frågan behöver ett svar. Skriv ”hjälp” om du är osäker
Bot: Exempel: 19990807-2391
Bot!: människa

Person: 123
Bot: Jag hittar inget personnummer i svaret.
Bot: Exempel: 19990807-2391
Bot: Du kan också få hjälp av en människa

Person: 20150314-2380
Bot: Vilken skola går barnet i nu?
