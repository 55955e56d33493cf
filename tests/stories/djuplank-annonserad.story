# En länk till en tjänst som inte går att göra här än
# rad 44, 20
Tjänst: fardtjanst
Bot: Hej!
Bot: Ansökan om färdtjänst.
Bot: [Prata med en människa]
Bot: [Nej, något annat]

Person: nej
Bot: Det här kan jag hjälpa dig med.
