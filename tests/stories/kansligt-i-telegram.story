# Känsliga frågor ställs inte i en främmande app
Tjänst: autogiro
Kanal: telegram
Knapp: Avsluta autogiro
Inloggad: Anna
Person: mina
Person: sophämtning
