# Det som skrivs ändå sparas inte
Tjänst: autogiro
Kanal: telegram
Knapp: Byta konto
Person: ja
Inloggad: Anna
Person: mina
Person: sophämtning
Person: 8327-9 123 456 789-7
