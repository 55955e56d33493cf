# En länk till en tjänst som inte finns
# rad 44
Tjänst: finnsinte
Bot: Hej!
Bot: Länken gick till en e-tjänst som jag inte känner till.
Bot: Vad vill du göra?

Person: 1
Bot: Det här kan jag hjälpa dig med.
