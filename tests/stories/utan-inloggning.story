# Logga in sedan: frågorna går att besvara, men inte att skicka
Tjänst: forskola-uppsagning
Person: nej
Person: nej
Knapp: Jag loggar in sedan
Person: Kim Ek
Person: 20220314-2381
Person: förskola
Person: Ekorren
Person: 31 januari
Person: ensam
Person: 0701740606
Person: hoppa över
Person: ja
Knapp: Skicka och skriv under
Inloggad: Anna
