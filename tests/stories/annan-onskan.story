# En annan önskan än den först gissade
Person: mitt barn ska byta skola
Person: nej
Person: vi vill gifta oss
Person: ja
