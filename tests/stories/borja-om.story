# Börja om frågar först
Tjänst: synpunkt
Person: beröm
Person: börja om
Person: nej
Person: börja om
Person: ja, börja om
