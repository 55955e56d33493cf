# Ekonomiskt bistånd för ett par: akut läge, ett stopp som ändras, barn, inkomster och kostnader i rader
Tjänst: ekonomiskt-bistand
Bot: Hej!
Bot: Ansökan om ekonomiskt bistånd
Bot: Har du, eller någon du bor med, skyddade personuppgifter?

Person: nej
Bot: Saknar du pengar till något som inte kan vänta? Välj allt som stämmer.

Person: maten är slut, hyran
Bot: Jag har skrivit: Mat eller blöjor och Riskerar att förlora bostaden
Bot: Vänta inte på svar på ansökan, utan hör av dig till oss nu. Ring kundtjänst på
Bot: Bra att veta: Man söker i den kommun där man bor. Har du ingen bostad?
Bot: Är du gift eller sambo?

Person: sambo, men han vill inte skriva under
Bot: Jag är inte säker på vad du menar. Vilket är rätt?

Knapp: Ja, men min partner kan eller vill inte skriva under
Bot: Då söker du på ett annat sätt. Ring kundtjänst på 0612-800 00, mejla

Knapp: Ändra mitt svar
Bot: Är du gift eller sambo?

Person: vi söker tillsammans
Bot: Jag har skrivit: Ja, och vi söker tillsammans
Bot: Bra att veta: Din partner läser det du skriver här, men ser inte ditt telefonnummer.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter din make, maka eller sambo?

Person: Bo Ek
Bot: Vilket personnummer har din make, maka eller sambo?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har din make, maka eller sambo?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Har du barn som bor hos dig, hela tiden eller ibland?

Person: ja
Bot: Barn 1. Vilket personnummer har barnet?

Person: 20150314-2380
Bot: Barn 1. Hur mycket bor barnet hos dig?

Person: varför frågar ni?
Bot: Bor barnet hos dig bara vissa dagar? Välj det sista svaret och skriv hur många dagar
Bot: Barn 1. Hur mycket bor barnet hos dig?

Person: 10 dagar i månaden
Bot: Jag har skrivit: Vissa dagar i månaden: 10 dagar i månaden
Bot: Har du fler barn som bor hos dig?

Person: nej
Bot: Vilken månad söker du pengar för?

Person: december
Bot: Jag har skrivit: tisdag 1 december 2026 – torsdag 31 december 2026
Bot: Varför räcker pengarna inte? Välj allt som stämmer.

Person: arbetslös
Bot: Jag är inte säker på vad du menar. Vilket är rätt?

Person: inskriven, väntar
Bot: Jag har skrivit: Arbetslös, inskriven på Arbetsförmedlingen och Väntar på pengar
Bot: Berätta hur du har det just nu, och vad du har provat för att få pengarna att räcka.

Person: Jag blev av med jobbet i oktober och väntar på a-kassan. Bo jobbar halvtid. Jag söker jobb varje dag.
Bot: Nu kommer frågor om pengar. Ta med allt som har kommit in från och med söndag 1
Bot: Har du, eller någon i hushållet, fått pengar sedan dess eller väntar ni pengar?

Person: ja
Bot: Inkomst 1. Vad är det för pengar?

Person: lön
Bot: Inkomst 1. Hur mycket var det, efter skatt?

Person: 9 200 kr
Bot: Jag har skrivit: 9 200 kr
Bot: Inkomst 1. Vilken dag kom pengarna, eller när väntas de?

Person: 25 november
Bot: Jag har skrivit: onsdag 25 november 2026
Bot: Finns det fler pengar att skriva upp?

Person: ja
Bot: Inkomst 2. Vad är det för pengar?

Person: barnbidrag
Bot: Jag har skrivit: Barnbidrag eller underhåll
Bot: Inkomst 2. Hur mycket var det, efter skatt?

Person: 1250
Bot: Jag har skrivit: 1 250 kr
Bot: Inkomst 2. Vilken dag kom pengarna, eller när väntas de?

Person: tillbaka
Bot: Inkomst 2. Hur mycket var det, efter skatt?

Knapp: Behåll svaret
Bot: Inkomst 2. Vilken dag kom pengarna, eller när väntas de?

Person: 20 november
Bot: Jag har skrivit: fredag 20 november 2026
Bot: Finns det fler pengar att skriva upp?

Person: nej
Bot: Vad betalar du för bostaden i månaden?

Person: 7200
Bot: Jag har skrivit: 7 200 kr
Bot: Söker du pengar till något mer än bostad, mat och kläder, till exempel el eller

Person: ja
Bot: Kostnad 1. Vad är det för kostnad?

Person: el
Bot: Kostnad 1. Hur mycket kostar det?

Person: ca 850
Bot: Jag har skrivit: 850 kr
Bot: Vill du söka för en kostnad till?

Person: nej
Bot: Har du, eller någon i hushållet, sparade pengar, bil, bostad eller annat av värde?

Person: ja
Bot: Tillgång 1. Vad är det, och ungefär vad är det värt?

Person: en gammal Volvo, värd typ 8000
Bot: Finns det något mer?

Person: nej
Bot: Vilket bankkonto ska pengarna till, om du får ja?

Person: 8327-9 123 456 789-7
Bot: Jag har skrivit: Swedbank 8327-9, 123 456 789-7
Bot: Skicka kontoutdrag, hyresavi och de räkningar du söker pengar till.

Fil: kontoutdrag.pdf, hyra.jpg
Bot: Jag har fått:

Knapp: Klar
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Socialnämnden ansvarar för dina personuppgifter. Vi använder dem för att pröva

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Kan inte vänta: Mat eller blöjor och Riskerar att förlora bostaden
Bot: 3. Gift eller sambo: Ja, och vi söker tillsammans
Bot: 4. Din make, maka eller sambo: namn: Bo Ek
Bot: 5. Din make, maka eller sambo: personnummer: 19850212-2388
Bot: 6. Din make, maka eller sambo: mobilnummer: 070-174 06 07 (visas inte för andra som
Bot: 7. Barn i hemmet: Ja
Bot: 8. Barn 1: Personnummer: 20150314-2380
Bot: 9. Barn 1: Bor hos dig: Vissa dagar i månaden: 10 dagar i månaden
Bot: 10. …? Nej
Bot: 11. Söker för: tisdag 1 december 2026 – torsdag 31 december 2026
Bot: 12. Orsak: Arbetslös, inskriven på Arbetsförmedlingen och Väntar på pengar eller
Bot: 13. Så är det nu: Jag blev av med jobbet i oktober och väntar på a-kassan. Bo jobbar
Bot: 14. Inkomster: Ja
Bot: 15. Inkomst 1: Slag: Lön
Bot: 16. Inkomst 1: Belopp: 9 200 kr
Bot: 17. Inkomst 1: Dag: onsdag 25 november 2026
Bot: 18. …? Ja
Bot: 19. Inkomst 2: Slag: Barnbidrag eller underhåll
Bot: 20. Inkomst 2: Belopp: 1 250 kr
Bot: 21. Inkomst 2: Dag: fredag 20 november 2026
Bot: 22. …? Nej
Bot: 23. Hyra eller bostad: 7 200 kr
Bot: 24. Andra kostnader: Ja
Bot: 25. Kostnad 1: Slag: El
Bot: 26. Kostnad 1: Belopp: 850 kr
Bot: 27. …? Nej
Bot: 28. Tillgångar: Ja
Bot: 29. Tillgång 1: Vad och värde: en gammal Volvo, värd typ 8000
Bot: 30. …? Nej
Bot: 31. Bankkonto: Swedbank 8327-9, 123 456 789-7
Bot: 32. Papper som visar det: kontoutdrag.pdf (1 kB), hyra.jpg (…)
Bot: 33. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 34. Personuppgifter: Ja
Bot: [Skicka och skriv under]
