/** A file of answers that says something of everything. */
export const example = `# Answers of Acme
profile: {level: L2, sso: enabled, plan: null, idp: okta, domains: [acme.example], replay: false, role: admin}
attestations:
  - rule: sso-enabled
    status: pass
    by: Ana
    observedOn: 2026-11-20
    seen: The switch is on
    evidenceSha256: ${'ab'.repeat(32)}
  - rule: all-users-grant-removed
    resource: {type: project, id: 9007199254740993}
    status: fail
    by: "Ben"
    observedOn: "2026-11-24"
    seen: |
      All Users
      is still there
waivers:
  - control: 1.2
    kind: accepted_risk
    reason: SSO comes first
    owner: Raj
    expires: 2027-11-24
  - rule: sso-required
    kind: disputed
    reason: Contractors
    owner: Raj
    expires: 2026-11-24
    by: Ana
exemptions:
  - rule: pii-classified
    resource: {type: property, id: "1:User:%24email"}
    reason: Hashed before it is sent
    owner: Ben
    expires: 2027-02-01
registers:
  - rule: service-account-register
    resource: {type: service_account, id: "9001"}
    fields: {Purpose: Nightly export, Owner: Raj}
notes:
  - {control: "3.1", text: Ask Raj about etl}
`;
