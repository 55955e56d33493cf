# Entreprenör gräver för fiber: för tidigt, TA-plan och Ledningskollen
Tjänst: gravtillstand
Bot: Hej!
Bot: Grävanmälan
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Har någon grävt av en elkabel, eller läcker det gas? Gå undan och ring 112.
Bot: Var ska du gräva?

Person: i gångbanan
Bot: Jag har skrivit: I kommunens gata, gångväg, park eller mark
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem gräver du för?

Person: jag är entreprenör
Bot: Jag har skrivit: En kund, som entreprenör
Bot: Vad heter företaget eller föreningen?

Person: Gräv & Schakt AB
Bot: Vilket organisationsnummer har ni?

Person: 2120000142
Bot: Jag har skrivit: 212000-0142
Bot: Vem har beställt arbetet?

Person: Höga Kusten Fiber
Bot: Är det en skada som måste lagas genast?

Person: nej
Bot: Varför ska du gräva?

Person: fiber
Bot: Jag har skrivit: Fiber eller tele
Bot: På vilken plats gräver du?

Person: Torggatan 2 till Torggatan 10, Kramfors
Bot: Skicka en karta där du har ritat var du ska gräva.

Fil: karta.pdf
Bot: 1. karta.pdf

Knapp: Klar
Bot: Vad är det för mark du gräver upp? Välj allt som stämmer.

Person: asfalt och gräs
Bot: Jag har skrivit: Asfalt och Gräs eller plantering
Bot: Hur många kvadratmeter gräver du upp?

Person: ungefär 35 kvadrat
Bot: Jag har skrivit: 35 m²
Bot: Från vilken dag till vilken dag pågår arbetet?

Person: 1 dec - 11 dec
Bot: Jag har skrivit: tisdag 1 december 2026 – fredag 11 december 2026
Bot: Det är mindre än två veckor dit. Vi hinner kanske inte svara. Välj en senare dag om du kan.
Bot: Vad påverkar arbetet? Välj allt som stämmer.

Person: tillbaka
Bot: Från vilken dag till vilken dag pågår arbetet?
Bot: Ditt tidigare svar: tisdag 1 december 2026 – fredag 11 december 2026

Person: 11 januari till 22 januari
Bot: Jag har skrivit: måndag 11 januari 2027 – fredag 22 januari 2027
Bot: Vad påverkar arbetet? Välj allt som stämmer.

Person: gående och parkering
Bot: Jag har skrivit: Gående eller cyklar och Parkering eller en infart
Bot: Skicka planen för trafiken.

Fil: ta-plan.pdf
Bot: 1. ta-plan.pdf

Knapp: Klar
Bot: Har du frågat i Ledningskollen vilka kablar och rör som finns?

Person: vad är ledningskollen?
Bot: Ledningskollen är en tjänst på nätet för alla som ska gräva.
Bot: Har du frågat i Ledningskollen vilka kablar och rör som finns?

Person: väntar på svar
Bot: Jag har skrivit: Ja, men jag väntar på svar
Bot: Börja inte gräva förrän alla har svarat och ledningarna är utmärkta.
Bot: Vilket nummer har ärendet i Ledningskollen?

Person: hoppa över
Bot: Vem lagar marken efteråt?

Person: vi själva
Bot: Jag har skrivit: Vi, eller någon vi betalar
Bot: Vilket telefonnummer når vi den som leder arbetet på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Mark: I kommunens gata, gångväg, park eller mark
Bot: 3. Anmäls av: En kund, som entreprenör
Bot: 4. Organisation: Gräv & Schakt AB
Bot: 5. Organisationsnummer: 212000-0142
Bot: 6. Beställare: Höga Kusten Fiber
Bot: 7. Akut skada: Nej
Bot: 8. Ändamål: Fiber eller tele
Bot: 9. Plats: Torggatan 2 till Torggatan 10, Kramfors
Bot: 10. Karta: karta.pdf (…)
Bot: 11. Slags mark: Asfalt och Gräs eller plantering
Bot: 12. Yta: 35 m²
Bot: 13. Period: måndag 11 januari 2027 – fredag 22 januari 2027
Bot: 14. Påverkar: Gående eller cyklar och Parkering eller en infart
Bot: 15. Trafikanordningsplan: ta-plan.pdf (…)
Bot: 16. Ledningskollen: Ja, men jag väntar på svar
Bot: 17. Nummer i Ledningskollen: Inte besvarad
Bot: 18. Lagar marken: Vi, eller någon vi betalar
Bot: 19. Telefon till den som leder arbetet: 070-174 06 05
Bot: 20. Personuppgifter: Ja
Bot: [Skicka och skriv under]
