# Autogiro: flera fakturor, eget konto, medgivande
Tjänst: autogiro
Knapp: Börja med autogiro
Person: ja
Inloggad: Anna
Person: mina
Person: vatten och sophämtning
Person: 8327-9 123 456 789-7
Person: ja
Knapp: Använd 070-174 06 05
Person: hoppa över
Person: ja
