/** What a redirect means (mixpanel-api §1.2). `target` is origin and path only: a query can hold secrets. */
export type Redirect =
	| {readonly kind: 'slash'; readonly url: URL}
	| {readonly kind: 'login'; readonly target: string}
	| {readonly kind: 'refused'; readonly target: string};

/** Slash redirects followed for one request at most. */
export const maximumRedirects = 3;

const loginPath = /(?:^|[/_-])(?:log-?in|sign-?in|sso|request-?access)(?:$|[/_-])/i;

/**
Judge a redirect. Only one that adds or removes a final slash on the very same server may be followed, with
the query unchanged. A page that asks to log in or to request access means that this caller has no access.
*/
export function judgeRedirect(from: URL, location: string | undefined): Redirect {
	const to = location === undefined ? null : URL.parse(location, from.href);
	if (to === null) {
		return {kind: 'refused', target: 'nowhere'};
	}

	const isSameServer = to.origin === from.origin && to.username === '' && to.password === '';
	const differsBySlash = to.pathname === `${from.pathname}/` || `${to.pathname}/` === from.pathname;
	if (isSameServer && differsBySlash && to.search === from.search) {
		return {kind: 'slash', url: to};
	}

	const target = to.origin === 'null' ? `${to.protocol} address` : `${to.origin}${to.pathname}`;
	return {kind: loginPath.test(to.pathname.replaceAll('_', '-')) ? 'login' : 'refused', target};
}
