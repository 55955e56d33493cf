# LMA-kort: samma rätt till hjälp, och vad man tar med
# rad 20
Tjänst: forskola-ansokan
Bot: Hej!
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Person: jag har bara lma-kort
Bot: Du har samma rätt till hjälp ändå.
Bot: Ring kundtjänst på 0612-800 00
Bot: Ta med de papper du har, till exempel pass eller LMA-kort.
Bot: Behöver du någon som tolkar?
