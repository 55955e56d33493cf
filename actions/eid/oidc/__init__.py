"""Any OpenID provider as an e-ID provider: OpenID Connect Core 1.0 with the Swedish profile 1.0.

    start     ──▶ the browser goes to the provider with a state, a nonce and a PKCE challenge
    callback  ──▶ state and issuer are compared, the code becomes tokens at the provider's own
                  address, and what the ID token says is believed only when all of it fits

What a login needs to go on is in its Order, sealed in the session; nothing is kept here but the
provider's own description and keys. The Swedish profile, claims and signature extension are at
https://www.oidc.se/specifications.
"""
