# Komposten: nära grannen, fryser på vintern och används bara när det är varmt
Tjänst: kompost-anmalan
Bot: Hej!
Bot: Anmälan om kompostering av matavfall
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Vad vill du kompostera?

Person: mat och löv
Bot: Jag har skrivit: Matavfall, kanske tillsammans med löv och gräs
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: På vilken adress ska komposten stå?

Person: Torggatan 2, 872 80 Kramfors
Bot: Äger du huset där?

Person: ja
Bot: När bor någon i huset?

Person: hela året
Bot: Hur många ska använda komposten?

Person: 3 st
Bot: Jag har skrivit: 3
Bot: Vilken sorts behållare har du?

Person: utan isolering
Bot: Jag har skrivit: Behållare utan isolering
Bot: Hur många liter rymmer den?

Person: 200 l
Bot: Jag har skrivit: 200 liter
Bot: Är den tät, så att råttor och fåglar inte kommer in?

Person: varför frågar ni?
Bot: Den ska ha lock och botten.
Bot: Varför jag frågar: Mat i en öppen kompost drar till sig råttor.
Bot: Är den tät, så att råttor och fåglar inte kommer in?

Person: ja
Bot: Var ska den stå?

Person: ute
Bot: Hur många meter är det till grannens tomt?

Person: ca 4 m
Bot: Jag har skrivit: 4 m
Bot: Det är nära. Flytta den lite om det går, och prata med din granne först.
Bot: Ska du kompostera på vintern också?

Person: ja
Bot: En sådan behållare fryser lätt.
Bot: Kan du använda all jord på samma tomt?

Person: tillbaka
Bot: Ska du kompostera på vintern också?
Bot: Ditt tidigare svar: Ja

Person: nej
Bot: Vad gör du med matavfallet på vintern?

Person: bruna tunnan
Bot: Jag har skrivit: Lägger det i kärlet för matavfall
Bot: Kan du använda all jord på samma tomt?

Person: ja
Bot: Vilken dag vill du börja?

Person: 1 april nästa år
Bot: Jag har skrivit: torsdag 1 april 2027
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740605
Bot: Jag har skrivit: 070-174 06 05
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Ska komposteras: Matavfall, kanske tillsammans med löv och gräs
Bot: 3. Adress för komposten: Torggatan 2, 872 80 Kramfors
Bot: 4. Äger huset: Ja
Bot: 5. Huset används: Hela året
Bot: 6. Antal personer: 3
Bot: 7. Behållare: Behållare utan isolering
Bot: 8. Storlek: 200 liter
Bot: 9. Tät mot djur: Ja
Bot: 10. Plats: Ute
Bot: 11. Till grannens tomt: 4 m
Bot: 12. Används på vintern: Nej
Bot: 13. Matavfall på vintern: Lägger det i kärlet för matavfall
Bot: 14. Använder jorden på tomten: Ja
Bot: 15. Börjar: torsdag 1 april 2027
Bot: 16. Ditt telefonnummer: 070-174 06 05
Bot: 17. Din e-postadress: Inte besvarad
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
