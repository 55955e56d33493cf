# Efter en halvtimme är ingen inloggad längre, och utkastet är låst
Tjänst: skolbyte
Person: nej
Inloggad: Anna
Person: Kim Ek
Minuter: 31
Person: 20150314-2380
Inloggad: Anna
