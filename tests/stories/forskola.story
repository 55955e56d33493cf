# Uppsägning av förskola, ensam vårdnad
Tjänst: forskola-uppsagning
Person: nej
Person: nej
Inloggad: Anna
Person: Kim Ek
Person: 20220314-2381
Person: förskola
Person: Ekorren
Person: 31 januari
Person: ensam
Person: 0701740606
Person: hoppa över
Person: ja
