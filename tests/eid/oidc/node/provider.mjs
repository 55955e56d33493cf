// A real OpenID provider (github.com/panva/node-oidc-provider) with the Swedish claims, whose own
// development pages let in whoever writes "anna" or "bo". The settings are JSON in the environment.
import * as oidc from "oidc-provider";

const { port, client, keys, people, level, pushed } = JSON.parse(process.env.PROVIDER);
const issuer = `http://127.0.0.1:${port}`;
const claim = (name) => `https://id.oidc.se/claim/${name}`;
const scope = (name) => `https://id.oidc.se/scope/${name}`;

const provider = new oidc.Provider(issuer, {
  clients: [client],
  jwks: { keys },
  acrValues: [level],
  claims: {
    openid: ["sub"],
    acr: null,
    auth_time: null,
    [claim("userSignature")]: null,
    [claim("authnEvidence")]: null,
    [scope("naturalPersonInfo")]: ["name", "given_name", "family_name"],
    [scope("naturalPersonNumber")]: [claim("personalIdentityNumber")],
  },
  scopes: ["openid", scope("naturalPersonInfo"), scope("naturalPersonNumber"), scope("sign")],
  clientAuthMethods: ["client_secret_basic", "private_key_jwt"],
  pkce: { required: () => true },
  extraParams: ["https://id.oidc.se/param/userMessage", "https://id.oidc.se/param/signRequest"],
  discovery: { "https://id.oidc.se/disco/userMessageSupported": true },
  features: {
    claimsParameter: { enabled: true },
    requestObjects: { enabled: true },
    jwtUserinfo: { enabled: true },
    pushedAuthorizationRequests: { enabled: pushed, requirePushedAuthorizationRequests: pushed },
  },
  cookies: { keys: ["for the tests only"] },
  findAccount: (_ctx, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
});

// Its development pages say nothing of a level of assurance; this says it for them.
const finish = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, result, options) =>
  finish(request, response, result.login ? { ...result, login: { ...result.login, acr: level } } : result, options);

provider.listen(port, "127.0.0.1", () => console.log("ready"));
