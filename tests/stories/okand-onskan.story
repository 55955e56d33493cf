# En önskan som ingen förstår
Person: xyzzy plugh
Person: blorp
