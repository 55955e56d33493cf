# Säljaren anmäler ägarbyte; mätaren läses av, och köparen ska signera
Tjänst: agarbyte-va
Person: nej
Inloggad: Anna
Person: jag säljer
Person: kramfors babel 1:2
Person: 20 november
Person: ja
Person: hoppa över
Person: 1284
Person: i fredags
Person: Torggatan 2, 872 80 Kramfors
Person: Bo Ek
Person: 19850212-2381
Person: 070-174 06 05
Person: nej
Person: 0701740606
Person: hoppa över
Person: ja
