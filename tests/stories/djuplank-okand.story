# En länk till en tjänst som inte finns
# rad 44
Tjänst: finnsinte
Bot: Hej!
Bot: Den e-tjänsten känner jag inte till.
Bot: Vad vill du göra?

Person: 1
Bot: Det här kan jag hjälpa dig med.
