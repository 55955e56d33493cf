# Flera parter: rader läggs till en i taget
Tjänst: agarbyte-va
Person: nej
Inloggad: Anna
Person: köper
Person: Kramfors Babel 1:2
Person: 1 mars
Person: nej
Person: Torggatan 2, 872 80 Kramfors
Person: Bo Ek
Person: 850212-2381
Person: 0701740607
Person: ja
Person: köper
Person: Lena Berg
Person: 199908072391
Person: 0701740608
Person: ja
Person: tillbaka
Person: nej
Person: 0701740606
