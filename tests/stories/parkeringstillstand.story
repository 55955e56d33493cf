# Parkeringstillstånd: känsliga frågor, flera filer, en signerar
Tjänst: parkeringstillstand
Bot: Hej!
Bot: Ansökan om parkeringstillstånd för …
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Är den som ska ha tillståndet folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem ska ha tillståndet?

Person: jag själv
Bot: Är tillståndet nytt eller ska det gamla förnyas?

Person: nytt
Bot: Jag har skrivit: Nytt tillstånd
Bot: Kör personen bil själv eller åker med?

Person: åker med
Bot: Behöver personen hjälp av föraren när de har gått ur bilen?

Person: ja
Bot: Vad hjälper föraren till med?

Person: Föraren hjälper mig med rullstolen och med att resa mig.
Bot: Hur många meter kan personen gå utan att vila?

Person: 50
Bot: Jag har skrivit: 50 m
Bot: Vad använder personen för att kunna gå?

Person: rollator
Bot: Skicka intyget från läkaren.

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf

Knapp: Klar
Bot: Skicka ett foto av personen.

Fil: foto.jpg
Bot: Kan personen skriva sitt namn?

Person: ja
Bot: Skicka en bild av personens namnteckning.

Fil: namn.png
Bot: Vart ska vi skicka beslutet?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Folkbokförd i kommunen: Ja
Bot: 3. Tillståndet är för: Jag själv
Bot: 4. Ansökan: Nytt tillstånd
Bot: 5. Förare eller passagerare: Åker med
Bot: 6. Hjälp utanför bilen: Ja
Bot: 7. Förarens hjälp: Föraren hjälper mig med rullstolen och med att resa mig.
Bot: 8. Gångsträcka: 50 m
Bot: 9. Hjälpmedel: Rollator
Bot: 10. Läkarintyg: intyg.pdf (1 kB)
Bot: 11. Foto: foto.jpg (…)
Bot: 12. Kan skriva sitt namn: Ja
Bot: 13. Namnteckning: namn.png (…)
Bot: 14. Adress: Torggatan 2, 872 80 Kramfors
Bot: 15. Ditt telefonnummer: 070-174 06 06
Bot: 16. Personuppgifter: Ja
Bot: [Skicka och skriv under]
