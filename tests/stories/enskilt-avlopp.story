# Gammal trekammarbrunn på sommarstället ska bytas: infiltration, en brunn för nära som sedan rättas
Tjänst: enskilt-avlopp
Bot: Hej!
Bot: Ansökan om tillstånd för enskilt avlopp
Bot: Har du skyddade personuppgifter?

Person: nej
Bot: Finns det kommunalt avlopp på fastigheten?

Person: nej det finns inte
Bot: Logga in med e-legitimation, så sparas dina svar åt dig och du kan fortsätta på en annan enhet.
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Tack, du är inloggad som Anna Ek.
Bot: På vilken fastighet ska avloppet ligga?

Person: Kramfors Babel 1:2
Bot: Vad vill du göra?

Person: byta ut den gamla trekammarbrunnen
Bot: Jag har skrivit: Byta ut ett gammalt avlopp
Bot: Vilket vatten ska gå till avloppet?

Person: allt
Bot: Jag har skrivit: Toalett, bad, disk och tvätt
Bot: Hur många hushåll ska använda avloppet?

Person: två stycken
Bot: Jag har skrivit: 2
Bot: Vilka andra fastigheter ska använda avloppet?

Person: Kramfors Babel 1:3
Bot: Hur används huset?

Person: sommarstuga
Bot: Jag har skrivit: Som fritidshus
Bot: Vilken sorts avlopp vill du ha?

Person: vet inte
Bot: Vi kan inte ge dig tillstånd förrän du har valt.
Bot: Var ska avloppet ligga?

Person: tillbaka
Bot: Vilken sorts avlopp vill du ha?

Person: infiltration
Bot: Har du ett prov på jorden där avloppet ska ligga?

Person: nej inte än
Bot: Var ska avloppet ligga?

Plats: 62.9281, 18.2905
Bot: Jag uppfattade platsen så här: cirka 50 meter nordväst om Nordingrå kyrka

Person: ja
Bot: Skicka en karta över tomten.

Fil: tomten.jpg
Bot: Jag har fått:
Bot: 1. tomten.jpg

Knapp: Klar
Bot: Hur många meter är det från avloppet till närmaste dricksvattenbrunn?

Person: varför vill ni veta det?
Bot: Avloppet får inte göra vattnet i någon brunn dåligt.

Person: 15 m
Bot: Jag har skrivit: 15 m
Bot: Det är mycket nära.
Bot: Ligger någon brunn lägre än avloppet?

Person: ändra avstånd till 60
Bot: Jag har ändrat Avstånd till dricksvattenbrunn till 60 m.

Person: nej de ligger högre
Bot: Är det mindre än 100 meter till hav, sjö eller å?

Person: ja
Bot: Då kan du också behöva dispens från strandskyddet.
Bot: Vilket företag ska gräva?

Person: hoppa över
Bot: Gräv inte innan du har fått vårt beslut.
Bot: Vilket telefonnummer når vi dig på?

Person: 0701740606
Bot: Jag har skrivit: 070-174 06 06
Bot: Vilken e-postadress har du?

Person: hoppa över
Bot: Miljö- och byggnämnden ansvarar för dina personuppgifter.

Person: ja
Bot: Här är allt
Bot: Kommunalt avlopp: Nej
Bot: Fastighet: Kramfors Babel 1:2
Bot: Ansökan gäller: Byta ut ett gammalt avlopp
Bot: Antal hushåll: 2
Bot: Andra fastigheter: Kramfors Babel 1:3
Bot: Typ av anläggning: Infiltration
Bot: Karta över tomten: tomten.jpg
Bot: Avstånd till dricksvattenbrunn: 60 m
Bot: Nära vatten: Ja
Bot: [Skicka och skriv under]

Knapp: Skicka och skriv under
Bot: Nu ska du granska och skriva under.
Bot: [Granska och skriv under]
