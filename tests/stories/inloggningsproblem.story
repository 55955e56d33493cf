# Problem med inloggning, utan att kunna logga in
Tjänst: inloggningsproblem
Person: den här chatten
Person: bankid i mobilen
Person: iphone
Knapp: Jag får ett felmeddelande
Person: hoppa över
Person: hoppa över
Person: i går
Person: klockan 14
Person: hoppa över
Person: e-post
Person: anna@example.se
Person: ja
