# Nummer som inte går att använda: sant besked och en väg vidare, inte ett fel till
# rad 9, 11
Tjänst: skolbyte
Bot: Hej!
Bot: Har du eller barnet skyddade personuppgifter?

Person: nej
Inloggad: Anna
Bot: Vad heter barnet?

Person: Kim Ek
Bot: Vilket personnummer har barnet?

Person: 20150314-XXXX
Bot: De fyra sista siffrorna saknas.
Bot: Då tar vi ärendet på ett annat sätt. Ring kundtjänst på 0612-800 00

Person: 20150314-TF12
Bot: Det här ser ut som ett reservnummer från vården.
Bot: Ring kundtjänst på 0612-800 00

Person: 20150314-0004
Bot: De kan inte börja med 000.

Person: har bara reservnummer
Bot: Du har samma rätt till hjälp ändå.
Bot: Vilket personnummer har barnet?
