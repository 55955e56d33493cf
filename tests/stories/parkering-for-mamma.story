# Parkeringstillstånd åt mamma, i en röra
# rad 12, 14, 42, 4
Tjänst: parkeringstillstand
Bot: Hej!
Bot: Ansökan om parkeringstillstånd för rörelsehindrad
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Är den som ska ha tillståndet folkbokförd i Kramfors kommun?

Person: ja det är hon
Bot: Jag har skrivit: Ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]
Bot: [Jag loggar in sedan]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem ska ha tillståndet?

Person: det är åt min mamma
Bot: Jag har skrivit: En annan vuxen som jag hjälper
Bot: Ditt svar gör att det blir 3 frågor till.
Bot: Vad heter den du söker för?

Person: Greta Ek
Bot: Vilket personnummer har den du söker för?

Person: hon är född 1941
Bot: Jag hittar inget personnummer i svaret.

Person: tillbaka
Bot: Vad heter den du söker för?

Person: Greta Ek
Bot: Vilket personnummer har den du söker för?

Person: 199908072391
Bot: Jag har skrivit: 19990807-2391
Bot: Skicka ett papper som visar att du får söka åt personen.

Fil: fullmakt.pdf
Bot: Jag har fått:
Bot: 1. fullmakt.pdf

Person: klar
Bot: Är tillståndet nytt eller ska det gamla förnyas?

Person: nytt
Bot: Jag har skrivit: Nytt tillstånd
Bot: Kör personen bil själv eller åker med?

Person: åker med
Bot: Ditt svar gör att det blir en fråga till.
Bot: Behöver personen hjälp av föraren när de har gått ur bilen?

Person: ja
Bot: Ditt svar gör att det blir en fråga till.
Bot: Vad hjälper föraren till med?

Person: Jag hjälper henne ur bilen och in i rullstolen.
Bot: Hur många meter kan personen gå utan att vila?

Person: 20 meter typ
Bot: Jag har skrivit: 20 m
Bot: Vad använder personen för att kunna gå?

Person: rullator och rullstol
Bot: Jag har skrivit: Rollator och Rullstol
Bot: Skicka intyget från läkaren.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf

Knapp: Klar
Bot: Skicka ett foto av personen.

Fil: foto.jpg
Bot: Kan personen skriva sitt namn?

Person: nej
Bot: Vart ska vi skicka beslutet?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt som du har svarat i Ansökan om parkeringstillstånd för rörelsehindrad.
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Folkbokförd i kommunen: Ja
Bot: 3. Tillståndet är för: En annan vuxen som jag hjälper
Bot: 4. Personens namn: Greta Ek
Bot: 5. Personens personnummer: 19990807-2391
Bot: 6. Fullmakt eller förordnande: fullmakt.pdf (1 kB)
Bot: 7. Ansökan: Nytt tillstånd
Bot: 8. Förare eller passagerare: Åker med
Bot: 9. Hjälp utanför bilen: Ja
Bot: 10. Förarens hjälp: Jag hjälper henne ur bilen och in i rullstolen.
Bot: 11. Gångsträcka: 20 m
Bot: 12. Hjälpmedel: Rollator och Rullstol
Bot: 13. Läkarintyg: intyg.pdf (1 kB)
Bot: 14. Foto: foto.jpg (…)
Bot: 15. Kan skriva sitt namn: Nej
Bot: 16. Adress: Torggatan 2, 872 80 Kramfors
Bot: 17. Ditt telefonnummer: 070-174 06 05
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
Bot: [Ändra ett svar]
Bot: [Spara och fortsätt senare]

Person: skicka
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
