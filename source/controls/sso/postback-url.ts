/** What Mixpanel shows as Postback URL, as a template (guide-facts 1.1, exact steps). */
export const postbackUrl = 'https://mixpanel.com/security/sso/v2/authorize/?org_id={organizationId}';
