# Pappan söker för en elev som är 17: eleven skriver också under, och numret avslöjar den som är för ung eller myndig
Tjänst: inackorderingstillagg
Bot: Har du eller eleven skyddade personuppgifter?

Person: nej
Bot: Vilken sorts skola går eleven i?

Person: kommunal
Bot: Är eleven folkbokförd i Kramfors kommun?

Person: ja
Bot: [Logga in med e-legitimation]

Inloggad: Anna
Bot: Är du eleven eller elevens vårdnadshavare?

Person: pappa
Bot: Har eleven fyllt 16 år?

Person: varför?
Bot: Den som har fyllt 16 år får själv vara med och bestämma, och skriver därför under.

Person: ja
Bot: Nu behöver vi uppgifter om eleven, som också ska skriva under.
Bot: Vad heter eleven?

Person: Lo Ek
Bot: Vilket personnummer har eleven?

Person: 20110412-2385
Bot: Vilket mobilnummer har eleven?

Person: 070-174 06 05
Bot: Eleven är under 16 år.

Knapp: Ändra mitt svar
Bot: Vilket personnummer har eleven?

Person: 20070412-2381
Bot: Eleven har fyllt 18 år. Då söker eleven själv.

Person: tillbaka
Bot: Vilket personnummer har eleven?

Person: 20091224-2393
Bot: Vad heter skolan, och var ligger den?
