# Felanmälan utan inloggning, med plats och foto, ända till inkommen
Tjänst: felanmalan
Person: gatlampa
Plats: 62.9316, 17.7769
Person: hoppa över
Person: Lampan blinkar hela natten.
Fil: lampa.jpg
Knapp: Klar
Person: nej
Person: ja
Knapp: Skicka
