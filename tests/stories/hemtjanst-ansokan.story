# Hemtjänst åt mamma, som också skriver under: bråttom, ett stopp som ändras, boende
Tjänst: hemtjanst-ansokan
Bot: Hej!
Bot: Ansökan om hemtjänst och annat bistånd
Bot: Har du, eller den du söker för, skyddade personuppgifter?

Person: nej
Bot: Måste hjälpen börja i dag eller i morgon?

Person: ja
Bot: Vänta inte på svar på ansökan. Är någon i fara? Ring 112. Gäller det sjukdom eller
Bot: Bor den som behöver hjälp i Kramfors kommun?

Person: ja
Bot: Vem behöver hjälp?

Person: min mamma
Bot: Jag har skrivit: En annan vuxen
Bot: Kan den du söker för skriva under själv med e-legitimation?

Person: nej hon har inget bankid
Bot: Menade du Nej, inget av det?

Knapp: Nej, inget av det
Bot: Då söker ni på ett annat sätt. Det går att göra ansökan på telefon eller på papper,

Knapp: Ändra mitt svar
Bot: Kan den du söker för skriva under själv med e-legitimation?

Person: ja
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vad heter den du söker för?

Person: Lena Ek
Bot: Vilket personnummer har den du söker för?

Person: 850212-2388
Bot: Jag har skrivit: 19850212-2388
Bot: Vilket mobilnummer har den du söker för?

Person: 0701740607
Bot: Jag har skrivit: 070-174 06 07
Bot: Bra att veta: Den du söker för läser det du skriver här, men ser inte ditt
Bot: Var finns den som behöver hjälp just nu, hemma eller på sjukhus?

Person: på lasarettet
Bot: Jag har skrivit: På sjukhus
Bot: Bor någon mer i hemmet?

Person: hon bor ensam
Bot: Jag har skrivit: Nej, ingen mer
Bot: Vad behövs det hjälp med? Välj allt som stämmer.

Person: duscha, handla, larm och boende
Bot: Jag har skrivit: Dusch, kläder och toalett, Städning, tvätt och inköp, Larm, eller
Bot: Berätta med egna ord. Vad är svårt i vardagen, och vad skulle hjälpa?

Person: varför frågar ni?
Bot: Tänk på morgon, dag, kväll och natt. Vad går bra? Hur ofta behövs hjälp? Hur länge
Bot: Berätta med egna ord. Vad är svårt i vardagen, och vad skulle hjälpa?

Person: Mamma bröt lårbenet och kommer hem på fredag. Hon kommer inte ur sängen själv och glömmer att äta.
Bot: Varför går det inte att bo kvar hemma, även med mycket hjälp?

Person: Hon går upp på nätterna och hittar inte tillbaka. Vi har provat larm men hon tar av det.
Bot: Vem hjälper till i dag? Välj allt som stämmer.

Person: anhöriga, ingen
Bot: Välj antingen ingen eller de som hjälper till.

Person: jag och grannen
Bot: Jag har skrivit: Anhöriga eller vänner
Bot: Behövs något särskilt när vi träffas, till exempel tolk?

Person: hon hör dåligt
Bot: Får vi prata med vården om det som behövs för ansökan?

Person: tillbaka
Bot: Behövs något särskilt när vi träffas, till exempel tolk?

Knapp: Behåll svaret
Bot: Får vi prata med vården om det som behövs för ansökan?

Person: ja
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Omsorgsnämnden ansvarar för dina personuppgifter. Vi använder dem för att pröva

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej (visas inte för andra som skriver under)
Bot: 2. Bråttom: Ja
Bot: 3. Bor i kommunen: Ja
Bot: 4. Ansökan gäller: En annan vuxen
Bot: 5. Skriver under själv: Ja
Bot: 6. Den du söker för: namn: Lena Ek
Bot: 7. Den du söker för: personnummer: 19850212-2388
Bot: 8. Den du söker för: mobilnummer: 070-174 06 07 (visas inte för andra som skriver
Bot: 9. Finns just nu: På sjukhus
Bot: 10. Bor någon mer i hemmet: Nej, ingen mer
Bot: 11. Hjälp med: Dusch, kläder och toalett, Städning, tvätt och inköp, Larm, eller att
Bot: 12. Så är vardagen: Mamma bröt lårbenet och kommer hem på fredag. Hon kommer inte ur
Bot: 13. Varför ett boende: Hon går upp på nätterna och hittar inte tillbaka. Vi har
Bot: 14. Hjälp i dag: Anhöriga eller vänner
Bot: 15. När vi träffas: hon hör dåligt
Bot: 16. Får prata med vården: Ja
Bot: 17. Ditt telefonnummer: 070-174 06 06 (visas inte för andra som skriver under)
Bot: 18. Personuppgifter: Ja
Bot: [Skicka och skriv under]
