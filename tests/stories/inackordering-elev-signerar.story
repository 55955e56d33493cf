# Pappan söker för en elev som är 17: eleven skriver också under, och den som är för ung eller myndig stoppas av numret
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
Bot: Personen måste ha fyllt 16 år.

Person: 20070412-2381
Bot: Personen får vara högst 17 år.

Person: 20091224-2393
Bot: Vilket mobilnummer har eleven?

Person: 070-174 06 05
Bot: Vad heter skolan, och var ligger den?
