/**
What a person reads before the first question: how to make the key, what will be asked of Mixpanel with it, and
what happens to the secret. The requests are methods and paths, one a line; `proxy` is what becomes of a
proxy that the environment names, `backKey` what leads back a question.
*/
export function connectIntroduction(
	requests: readonly string[],
	changingRequests: readonly string[],
	proxy: string | null = null,
	backKey = 'Esc',
): readonly string[] {
	return [
		'Connect to your organization',
		'',
		'You need a service account:',
		'  1  Mixpanel → gear → Settings → Org → Service Accounts',
		'     https://mixpanel.com/settings/org#serviceaccounts',
		'  2  Add Service Account: a name such as hardening, role Admin, all projects,',
		'     and an expiry of a few days. Make it on the Org page: an account made in a',
		'     project is only a Member and cannot read the organization.',
		'  3  Copy username and secret. Mixpanel shows the secret once.',
		'  4  Delete the account when you are done.',
		'',
		'Every request this wizard makes with it. These read:',
		...requests.map(request => `  ${request}`),
		'And this one changes, only after showing you what and asking:',
		...changingRequests.map(request => `  ${request}`),
		'',
		'The secret stays in memory: it is not written anywhere, and goes to Mixpanel alone.',
		'Domains that you name as claimed have their TXT records looked up in DNS, and with',
		'MIXPANEL_SCIM_TOKEN set SCIM is asked: GET /api/app/scim/v2/Users.',
		...(proxy === null ? [] : [proxy]),
		'To have it asked no more, set MIXPANEL_SERVICE_ACCOUNT and',
		'MIXPANEL_SERVICE_ACCOUNT_SECRET in your environment.',
		`${backKey} goes back one question, Ctrl-C leaves.`,
		'',
	];
}
