# Ny kamin i stugan, med ny skorsten på utsidan; startdagen ligger för nära
Tjänst: eldstad-anmalan
Bot: Hej!
Bot: Anmälan om installation av eldstad
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Behöver eldstaden en skorsten?

Person: ja det gör den
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: På vilken fastighet ska eldstaden vara?

Person: Kramfors Babel 1:2
Bot: I vilken byggnad ska den stå?

Person: stugan
Bot: Jag har skrivit: I ett fritidshus
Bot: Äger du huset, själv eller med andra?

Person: ja
Bot: Vad ska du göra? Välj allt som stämmer.

Person: byta ut och skorsten
Bot: Jag har skrivit: Byta ut en gammal eldstad och Bygga eller ändra en skorsten
Bot: Vilken sorts eldstad är det?

Person: vedkamin
Bot: Jag har skrivit: Kamin för ved
Bot: Skicka produktbladet för eldstaden.

Person: vad menar ni med produktblad?
Bot: Det ska visa märke, modell, effekt och utsläpp.

Fil: contura.pdf
Bot: Jag har fått:
Bot: 1. contura.pdf

Knapp: Klar
Bot: Är skorstenen ny eller finns den redan?

Person: den gamla
Bot: Du har svarat att du ska bygga eller ändra en skorsten.

Person: stålskorsten
Bot: Jag har skrivit: Den är ny
Bot: Var ska den nya skorstenen gå?

Person: genom taket
Bot: Jag har skrivit: Inne i huset och ut genom taket
Bot: Skicka en planritning.

Person: tillbaka
Bot: Var ska den nya skorstenen gå?

Person: på utsidan
Bot: En skorsten på utsidan ändrar hur huset ser ut.
Bot: Skicka en planritning.

Fil: plan.jpg
Bot: Jag har fått:
Bot: 1. plan.jpg

Knapp: Klar
Bot: Skicka en ritning av huset från sidan, med den nya skorstenen.

Fil: gavel.jpg
Bot: Jag har fått:
Bot: 1. gavel.jpg

Knapp: Klar
Bot: Har du en kontrollplan?

Person: nej det har jag inte
Bot: Har arbetet redan börjat?

Person: nej inte än
Bot: Jag har skrivit: Nej
Bot: När vill du börja?

Person: 15 december
Bot: Jag har skrivit: tisdag 15 december 2026
Bot: Det är mindre än fyra veckor dit.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Behöver skorsten: Ja
Bot: Fastighet: Kramfors Babel 1:2
Bot: Byggnad: I ett fritidshus
Bot: Åtgärd: Byta ut en gammal eldstad och Bygga eller ändra en skorsten
Bot: Typ av eldstad: Kamin för ved
Bot: Produktblad: contura.pdf
Bot: Skorsten: Den är ny
Bot: Skorstenens läge: På utsidan av huset
Bot: Planritning: plan.jpg
Bot: Fasadritning: gavel.jpg
Bot: Kontrollplan: Inte besvarad
Bot: Redan påbörjat: Nej
Bot: Önskad start: tisdag 15 december 2026
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
