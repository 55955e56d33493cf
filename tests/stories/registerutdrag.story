# Först fel utdrag, sedan det som skolan och socialtjänsten har sparat
Tjänst: registerutdrag
Bot: Hej!
Bot: Begäran om registerutdrag enligt GDPR
Bot: Har du, eller den du frågar för, skyddade personuppgifter?

Person: nej
Bot: Vilket utdrag eller papper vill du ha?

Person: utdrag till jobbet från belastningsregistret
Bot: Menade du Utdrag om brott, till ett jobb?

Person: ja
Bot: Det utdraget får du av Polisen, inte av oss.

Knapp: Ändra mitt svar
Bot: Vilket utdrag eller papper vill du ha?
Bot: Ditt tidigare svar: Utdrag om brott, till ett jobb

Person: mina personuppgifter
Bot: Jag har skrivit: Uppgifter som kommunen har sparat
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: Vem vill du ha uppgifter om?

Person: mig
Bot: Jag har skrivit: Mig själv
Bot: Vilka delar av kommunen ska leta?

Person: varför vill ni veta det?
Bot: Varför jag frågar: De du väljer får veta att du har frågat.
Bot: Vilka delar av kommunen ska leta?

Person: alla och skolan
Bot: Välj antingen alla, eller de delar som du vill ha svar från.

Person: socialtjänsten och skolan
Bot: Jag har skrivit: Skola, förskola, kultur och fritid och Socialtjänst
Bot: Gäller det något särskilt, som ett visst ärende eller en viss tid?

Person: ja
Bot: Vad vill du ha uppgifter om?

Person: skolåren, typ 1997 till 2006
Bot: Vad vill du få i svaret?

Person: alla uppgifter
Bot: Jag har skrivit: En översikt och alla uppgifter
Bot: Finns det ett tidigare namn eller nummer som vi ska söka på?

Person: Lindgren hette jag förut
Bot: Hur vill du få svaret?

Person: varför frågar ni?
Bot: Vi mejlar det inte, för mejl kan läsas av andra.
Bot: Hur vill du få svaret?

Person: hem till mig
Bot: Jag har skrivit: Som brev till min folkbokföringsadress
Bot: Brevet går till den adress som står i folkbokföringen.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Kommunstyrelsen ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: 1. Skyddade personuppgifter: Nej
Bot: 2. Vad du vill ha: Uppgifter som kommunen har sparat
Bot: 3. Uppgifter om: Mig själv
Bot: 4. Nämnder: Skola, förskola, kultur och fritid och Socialtjänst
Bot: 5. Något särskilt: Ja
Bot: 6. Gäller: skolåren, typ 1997 till 2006
Bot: 7. Svaret ska innehålla: En översikt och alla uppgifter
Bot: 8. Tidigare namn eller nummer: Lindgren hette jag förut
Bot: 9. Svaret lämnas: Som brev till min folkbokföringsadress
Bot: 10. Ditt telefonnummer: 070-174 06 06
Bot: 11. Personuppgifter: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
