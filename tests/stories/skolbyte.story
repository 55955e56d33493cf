# Skolbyte med två vårdnadshavare, ända till sammanfattningen
Tjänst: skolbyte
Bot: skyddade personuppgifter
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: 20150314-2380
Person: bollsta
Person: Nylands skola
Person: 11 januari
Knapp: Vi flyttar
Person: hoppa över
Person: vi är två
Person: Bo Ek
Person: 850212-2381
Person: 070-174 06 05
Person: 070 174 06 05
Person: hoppa över
Person: ja
