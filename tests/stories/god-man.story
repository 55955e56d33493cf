# God man åt en mamma med demens, som själv vill ha hjälp
Tjänst: god-man
Bot: Hej!
Bot: Ansökan om god man eller förvaltare
Bot: Har du, eller den som behöver hjälp, skyddade personuppgifter?

Person: nej
Bot: Vad vill du göra?

Person: ansöka om god man
Bot: Jag har skrivit: Ansöka om god man eller förvaltare
Bot: Bra att veta: Ibland räcker något enklare.
Bot: Är den som behöver hjälp folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem behöver hjälp?

Person: min mamma
Bot: Jag har skrivit: Min förälder
Bot: Vad heter den som behöver hjälp?

Person: Karin Ek
Bot: Vilket personnummer har den som behöver hjälp?

Person: 19850212-2388
Bot: Behövs en god man eller en förvaltare?

Person: vet inte
Bot: Jag har skrivit: Jag vet inte vad som behövs
Bot: Vill personen själv ha hjälpen?

Person: varför frågar ni?
Bot: Prata med personen om det går.
Bot: Vill personen själv ha hjälpen?

Person: ja det vill hon
Bot: Jag har skrivit: Ja
Bot: Har personen skrivit på ett papper om det?

Person: hoppa över
Bot: Vad ska den gode mannen eller förvaltaren hjälpa till med?

Person: räkningar och myndigheter
Bot: Jag har skrivit: Bevaka rätt och Förvalta egendom
Bot: Vilken hjälp finns redan, eller har ni provat?

Person: fullmakt och jag hjälper
Bot: Jag har skrivit: Fullmakt och En anhörig hjälper till
Bot: Vad är det som inte fungerar i dag, och vad beror det på?

Person: Mamma har fått demens. Hon glömmer räkningar och öppnar inte sin post. Banken godtar inte längre fullmakten.
Bot: Har du ett läkarintyg?

Fil: intyg.pdf
Bot: Jag har fått:
Bot: 1. intyg.pdf (1 kB)

Knapp: Klar
Bot: Är den som behöver hjälp på ett sjukhus eller boende just nu?

Person: nej
Bot: Då hoppar jag över den frågan.
Bot: Finns det anhöriga som vi bör fråga?

Person: ja
Bot: Anhörig 1. Vad heter den anhöriga?

Person: Olle Ek
Bot: Anhörig 1. Hur är den anhöriga släkt med den som behöver hjälp?

Person: son
Bot: Jag har skrivit: Barn
Bot: Finns det någon mer som vi bör fråga?

Person: nej
Bot: Vem föreslår du som god man eller förvaltare?

Person: jag själv
Bot: Är det något som inte kan vänta?

Person: hoppa över
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Överförmyndarnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Ärende: Ansöka om god man eller förvaltare
Bot: 3. Folkbokförd i kommunen: Ja
Bot: 4. Ansökan gäller: Min förälder
Bot: 5. Personens namn: Karin Ek
Bot: 6. Personens personnummer: 19850212-2388
Bot: 7. God man eller förvaltare: Jag vet inte vad som behövs
Bot: 8. Personens vilja: Ja
Bot: 9. Skriftligt ja: Inte besvarad
Bot: 10. Uppdraget: Bevaka rätt och Förvalta egendom
Bot: 11. Hjälp som finns: Fullmakt och En anhörig hjälper till
Bot: 12. Behov av hjälp: Mamma har fått demens. Hon glömmer räkningar och öppnar inte sin post. Banken godtar inte längre fullmakten.
Bot: 13. Läkarintyg: intyg.pdf (1 kB)
Bot: 14. Sjukhus eller boende: Inte besvarad
Bot: 15. Anhöriga: Ja
Bot: 16. Anhörig 1: Namn: Olle Ek
Bot: 17. Anhörig 1: Relation: Barn
Bot: 18. Finns det någon mer som vi bör fråga? Nej
Bot: 19. Förslag: jag själv
Bot: 20. Bråttom: Inte besvarad
Bot: 21. Ditt telefonnummer: 070-174 06 06
Bot: 22. Personuppgifter: Ja
Bot: [Skicka och skriv under]
