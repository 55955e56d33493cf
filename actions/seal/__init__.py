"""The seal on receipts: a signature of the municipality over every byte of the PDF (threat G7).

`keys` opens the key, `container` is the signature's form, `embedding` puts it into the PDF, `sealer`
does it, and `checking` tells whether a file is as it was sealed. `actions.store.sealing` is another
thing: encryption at rest.
"""
