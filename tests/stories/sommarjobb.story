# Sommarjobb: en förälder får veta att den unga söker själv; tre önskemål i ordning
Tjänst: sommarjobb
Bot: Hej!
Bot: Ansökan om sommarjobb
Bot: Har du eller din vårdnadshavare skyddade personuppgifter?

Person: nej
Bot: Är du 16, 17 eller 18 år när sommarlovet börjar?

Person: nej
Bot: Då kan du inte söka de här jobben.

Knapp: Ändra mitt svar
Bot: Är du 16, 17 eller 18 år när sommarlovet börjar?

Person: ja
Bot: Är du folkbokförd i Kramfors kommun?

Person: ja
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Din e-legitimation visar att du är över 18 år. Är det du själv som vill jobba?

Person: nej
Bot: Då behöver den som vill jobba söka själv.

Knapp: Ändra mitt svar
Bot: Är det du själv som vill jobba?

Person: ja
Bot: Du är äldre än 18 år. De här jobben går till dem som är 16–18
Bot: Vad gör du nu under läsåret?

Person: varför frågar ni?
Bot: Den som inte är klar med grundskolan får bara ha lättare jobb.
Bot: Vad gör du nu under läsåret?

Person: ettan
Bot: Jag har skrivit: Går första året på gymnasiet
Bot: Vilka tre jobb vill du helst ha?

Person: klippa gräs
Bot: Du har valt färre än tre.

Person: tillbaka
Bot: Vilka tre jobb vill du helst ha?

Person: klippa gräs, dagis och simhallen
Bot: Jag har skrivit: 1. Parker och gräsmattor, 2. Förskola eller fritids, 3. Idrott och bad
Bot: ett utdrag ur polisens register
Bot: Kan du tänka dig ett annat jobb om de tre är upptagna?

Person: ja
Bot: När i sommar kan du jobba?

Person: juli och augusti
Bot: Vilka dagar kan du inte jobba?

Person: vi åker till farmor 5 till 12 juli
Bot: I vilken by eller ort bor du i sommar?

Person: Nyland
Bot: Hur kan du ta dig till jobbet?

Person: buss och moped
Bot: Är det något på jobbet som vi behöver ordna

Person: hoppa över
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 2. 16–18 år i sommar: Ja
Bot: 4. Söker åt sig själv: Ja
Bot: 5. Skola nu: Går första året på gymnasiet
Bot: 6. Önskade jobb: 1. Parker och gräsmattor, 2. Förskola eller fritids, 3. Idrott och bad
Bot: 7. Kan ta ett annat jobb: Ja
Bot: 8. Kan jobba i: Juli och Augusti
Bot: 9. Kan inte jobba: vi åker till farmor 5 till 12 juli
Bot: 10. Bor i: Nyland
Bot: 11. Tar sig till jobbet: Buss och Egen moped eller bil
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
