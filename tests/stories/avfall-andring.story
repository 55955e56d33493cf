# Uppehåll i sophämtningen: för kort, sedan två månader
Tjänst: avfall-andring
Bot: Hej!
Bot: Ändra abonnemang för sophämtning
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Har vi missat att hämta, eller är kärlet trasigt eller borta?
Bot: Vem får fakturan för sophämtningen?

Person: jag själv
Bot: Jag har skrivit: Jag, eller någon jag äger huset med
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: På vilken adress hämtar vi soporna?

Person: Torggatan 2, 872 80 Kramfors
Bot: Vad är det för hus?

Person: en villa
Bot: Jag har skrivit: Ett hus där någon bor hela året
Bot: Vad vill du ändra? Välj allt som stämmer.

Person: vi ska resa bort
Bot: Jag har skrivit: Uppehåll en tid
Bot: Från vilken dag till vilken dag vill du ha uppehåll?

Person: uppehåll
Bot: Jag förstår inte perioden.

Person: 1 jan till 20 feb
Bot: Perioden är för kort.
Bot: Frågan var: Från vilken dag till vilken dag vill du ha uppehåll?

Person: 1 januari 2027 till 28 februari 2027
Bot: Jag har skrivit: fredag 1 januari 2027 – söndag 28 februari 2027
Bot: Får du uppehållet börjar vi hämta igen från måndag 1 mars 2027.
Bot: Står huset tomt hela den tiden?

Person: varför undrar ni det?
Bot: Varför jag frågar: Uppehåll är till för hus som inte används.
Bot: Står huset tomt hela den tiden?

Person: nej
Bot: Då är det svårt att få uppehåll.
Bot: Vilket telefonnummer når vi dig på?

Person: tillbaka
Bot: Står huset tomt hela den tiden?
Bot: Ditt tidigare svar: Nej

Person: ja
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Vem har abonnemanget: Jag, eller någon jag äger huset med
Bot: 3. Adress för hämtning: Torggatan 2, 872 80 Kramfors
Bot: 4. Typ av hus: Ett hus där någon bor hela året
Bot: 5. Ändring: Uppehåll en tid
Bot: 6. Uppehåll: fredag 1 januari 2027 – söndag 28 februari 2027
Bot: 7. Står tomt: Ja
Bot: 8. Ditt telefonnummer: 070-174 06 06
Bot: 9. Din e-postadress: Inte besvarad
Bot: 10. Personuppgifter: Ja
Bot: [Skicka och skriv under]
